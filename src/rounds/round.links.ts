import { readSigned, sign } from '#platform/http'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The link of whoever opened the round: with it one sees how many have answered, and reveals. */
export const hostToken = (secret: Buffer, roundId: string): string => sign(secret, 'round host', roundId)

export function readHostToken(secret: Buffer, token: string): string | null {
  const id = readSigned(secret, 'round host', token)
  return id !== null && uuid.test(id) ? id : null
}

/** What a phone is known by in one round: made by us, so that nobody answers in another's place. */
export const phoneToken = (secret: Buffer, roundId: string, phone: string): string => sign(secret, 'round phone', `${roundId} ${phone}`)

/** Null when it was altered, or is of another round. */
export function readPhoneToken(secret: Buffer, roundId: string, token: string): string | null {
  const [round = '', phone = ''] = (readSigned(secret, 'round phone', token) ?? '').split(' ')
  return round === roundId && uuid.test(phone) ? phone : null
}
