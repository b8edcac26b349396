import { getCookie } from 'hono/cookie'
import { findPerson } from '#people'
import { notFound, type RequestContext } from '#platform/http'
import { wordsFor, type Language } from '#platform/text'
import { readGuest } from './event-links.ts'

/** Whom a link in a mail of ours speaks of, and which event; an altered link leads nowhere. */
export async function guestOf(c: RequestContext, purpose: 'rsvp' | 'interest') {
  const token = c.req.param('token') ?? ''
  const guest = readGuest(c.var.network.secret, purpose, token) ?? notFound()
  const person = (await findPerson(c.var.db, guest.personId)) ?? notFound()
  speakTo(c, person)
  return { guest, person, token }
}

/** Whoever came by a link in a mail is answered in the language of their mails, unless this browser chose another. */
export function speakTo(c: RequestContext, { language }: { language: Language | null }): void {
  if (!language || c.var.person || getCookie(c, 'language')) return
  c.set('language', language)
  c.set('t', wordsFor(language))
}
