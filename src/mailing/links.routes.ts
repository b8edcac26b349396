import { getCookie } from 'hono/cookie'
import { findPerson } from '#people'
import { notFound, readSigned, type RequestContext } from '#platform/http'
import { wordsFor, type Language } from '#platform/text'
import { readLeaveToken } from './links.paths.ts'

/** The person a signed link was mailed to; a link that was altered leads nowhere. */
export async function readerOf(c: RequestContext, purpose: 'join' | 'preferences') {
  const id = readSigned(c.var.network.secret, purpose, c.req.param('token') ?? '')
  const person = (id && (await findPerson(c.var.db, id))) || notFound()
  speakTo(c, person)
  return person
}

/** The list and the person of an unsubscribe link. */
export async function leaverOf(c: RequestContext) {
  const link = readLeaveToken(c.var.network, c.req.param('token') ?? '') ?? notFound()
  const person = (await findPerson(c.var.db, link.personId)) ?? notFound()
  speakTo(c, person)
  return { link, person }
}

/** Whoever comes by a link in our mail is answered in the language of that mail, unless this browser chose another. */
export function speakTo(c: RequestContext, { language }: { language: Language | null | undefined }) {
  if (!language || c.var.person || getCookie(c, 'language')) return
  c.set('language', language)
  c.set('t', wordsFor(language))
}
