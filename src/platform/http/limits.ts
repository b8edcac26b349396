import { createHash } from 'node:crypto'
import type { Db } from '#database'
import { countTry } from './limits.data.ts'

export type Limit = { name: string; tries: number; window: Temporal.Duration }

/**
 * Whether this subject (an address, a network address) still has tries left, counting this one. The count is kept in
 * the database, so that a second process and a restart count on; the subject is kept as a hash.
 */
export async function mayTry(db: Db, limit: Limit, subject: string, now: Temporal.Instant): Promise<boolean> {
  const key = `${limit.name}:${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`
  return (await countTry(db, key, limit.window, now)) <= limit.tries
}
