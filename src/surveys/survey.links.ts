import { readSigned, sign } from '#platform/http'

type Whose = { eventId: string; personId: string }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const tokenFor = (secret: Buffer, { eventId, personId }: Whose): string => sign(secret, 'survey', `${eventId} ${personId}`)

/** Null when the token was altered or made for something else. */
export function readToken(secret: Buffer, token: string): Whose | null {
  const [eventId = '', personId = ''] = (readSigned(secret, 'survey', token) ?? '').split(' ')
  return uuid.test(eventId) && uuid.test(personId) ? { eventId, personId } : null
}
