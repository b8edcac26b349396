import { createHash } from 'node:crypto'
import type { Db } from '#database'
import { countTry, findTries } from './limits.data.ts'

export type Limit = { name: string; tries: number; window: Temporal.Duration }

/**
 * Whether this subject (an address, a network address) still has tries left, counting this one. The count is kept in
 * the database, so that a second process and a restart count on; the subject is kept as a hash.
 */
export async function mayTry(db: Db, limit: Limit, subject: string, now: Temporal.Instant): Promise<boolean> {
  return (await countTry(db, keyOf(limit, subject), limit.window, now)) <= limit.tries
}

/** The same without counting: where only tries that fail are counted, by `mayTry` once they have. */
export async function hasTriesLeft(db: Db, limit: Limit, subject: string, now: Temporal.Instant): Promise<boolean> {
  return (await findTries(db, keyOf(limit, subject), limit.window, now)) < limit.tries
}

const keyOf = ({ name }: Limit, subject: string) => `${name}:${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`
