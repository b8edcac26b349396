import { sql } from 'kysely'
import type { Db } from '#database'

/** Counts one more try of this key in the current window, and says how many that makes. */
export async function countTry(db: Db, key: string, window: Temporal.Duration, now: Temporal.Instant): Promise<number> {
  const beganAt = beginningOf(window, now)
  const row = await db
    .insertInto('attempt')
    .values({ key, windowBeganAt: beganAt, tries: 1 })
    .onConflict((same) => same.columns(['key', 'windowBeganAt']).doUpdateSet({ tries: sql`attempt.tries + 1` }))
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

export async function findTries(db: Db, key: string, window: Temporal.Duration, now: Temporal.Instant): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select('tries')
    .where('key', '=', key)
    .where('windowBeganAt', '=', beginningOf(window, now))
    .executeTakeFirst()
  return row?.tries ?? 0
}

function beginningOf(window: Temporal.Duration, now: Temporal.Instant): Temporal.Instant {
  const length = window.total('milliseconds')
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}

export const removeOldTries = (db: Db, before: Temporal.Instant) => db.deleteFrom('attempt').where('windowBeganAt', '<', before).execute()
