import { readSigned, sign } from '#platform/http'
import { eventPaths } from './events.paths.ts'

/** Where links in mails lead: the address people type, and the secret that only this network signs with. */
export type LinkPlace = { network: { secret: Buffer }; baseUrl: string }

/** Whose place in which event a link speaks of. */
export type Guest = { eventId: string; personId: string }

type Purpose = 'rsvp' | 'interest'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const guestToken = (secret: Buffer, purpose: Purpose, { eventId, personId }: Guest): string =>
  sign(secret, purpose, `${eventId} ${personId}`)

/** Null when the token was altered or made for something else. */
export function readGuest(secret: Buffer, purpose: Purpose, token: string): Guest | null {
  const [eventId = '', personId = ''] = (readSigned(secret, purpose, token) ?? '').split(' ')
  return uuid.test(eventId) && uuid.test(personId) ? { eventId, personId } : null
}

/** A person's own page for one event, on any phone or computer, for good. */
export const rsvpLink = ({ network, baseUrl }: LinkPlace, guest: Guest): string =>
  `${baseUrl}${eventPaths.rsvpLink(guestToken(network.secret, 'rsvp', guest))}`

export const interestLink = ({ network, baseUrl }: LinkPlace, guest: Guest): string =>
  `${baseUrl}${eventPaths.interestLink(guestToken(network.secret, 'interest', guest))}`
