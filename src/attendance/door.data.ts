import type { Db } from '#database'

/** When a host let people in before the hour; null when nobody did. */
export const findOpened = async (db: Db, eventId: string): Promise<Temporal.Instant | null> =>
  (await db.selectFrom('callDoor').select('openedAt').where('eventId', '=', eventId).executeTakeFirst())?.openedAt ?? null

/** The first who opens it has opened it. */
export const saveOpened = (db: Db, door: { eventId: string; openedAt: Temporal.Instant; openedBy: string }) =>
  db
    .insertInto('callDoor')
    .values(door)
    .onConflict((same) => same.doNothing())
    .execute()
