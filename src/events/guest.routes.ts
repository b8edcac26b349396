import { getCookie } from 'hono/cookie'
import { findPerson } from '#people'
import { notFound, type RequestContext } from '#platform/http'
import { wordsFor } from '#platform/text'
import { readGuest } from './event-links.ts'

/**
 * Whom a link in a mail of ours speaks of, and which event; an altered link leads nowhere. They are answered in the
 * language of their mails, unless this browser chose another.
 */
export async function guestOf(c: RequestContext, purpose: 'rsvp' | 'interest') {
  const token = c.req.param('token') ?? ''
  const guest = readGuest(c.var.network.secret, purpose, token) ?? notFound()
  const person = (await findPerson(c.var.db, guest.personId)) ?? notFound()
  if (person.language && !c.var.person && !getCookie(c, 'language')) {
    c.set('language', person.language)
    c.set('t', wordsFor(person.language))
  }
  return { guest, person, token }
}
