import { sql } from 'kysely'
import type { Db } from '#database'

export const findFeedVersion = async (db: Db, personId: string): Promise<number> =>
  (await db.selectFrom('calendarFeed').select('version').where('personId', '=', personId).executeTakeFirst())?.version ?? 1

/** After this, addresses of the feed that were given out before lead nowhere. */
export const renewFeed = (db: Db, personId: string, now: Temporal.Instant) =>
  db
    .insertInto('calendarFeed')
    .values({ personId, version: 2, renewedAt: now })
    .onConflict((same) => same.column('personId').doUpdateSet({ version: sql`calendar_feed.version + 1`, renewedAt: now }))
    .execute()
