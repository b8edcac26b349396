import { readSigned, sign } from '#platform/http'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The last part of a run's own address: nobody guesses it, nobody forges it. */
export const tokenFor = (secret: Buffer, runId: string): string => sign(secret, 'tool run', runId)

/** Null when the token was altered or made for something else. */
export function readToken(secret: Buffer, token: string): string | null {
  const id = readSigned(secret, 'tool run', token)
  return id !== null && uuid.test(id) ? id : null
}
