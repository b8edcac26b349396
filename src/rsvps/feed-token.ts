import { readSigned, sign } from '#platform/http'

/** The secret part of a private feed's address: whose it is, and which of the addresses they were given. */
export const feedToken = (secret: Buffer, personId: string, version: number): string => sign(secret, 'calendar', `${personId} ${version}`)

export function readFeedToken(secret: Buffer, token: string): { personId: string; version: number } | null {
  const [, personId, version] = /^([0-9a-f-]{36}) (\d{1,9})$/.exec(readSigned(secret, 'calendar', token) ?? '') ?? []
  return personId && version ? { personId, version: Number(version) } : null
}
