import type { Db, Tx } from '#database'
import type { RegularTable } from './regulars.tables.ts'

type Whose = Pick<RegularTable, 'rhythmId' | 'personId'>

/** False when they come to all dates already. */
export const insertRegular = async (tx: Tx, regular: RegularTable): Promise<boolean> =>
  (await tx
    .insertInto('regular')
    .values(regular)
    .onConflict((same) => same.columns(['rhythmId', 'personId']).doNothing())
    .returning('personId')
    .executeTakeFirst()) !== undefined

export const removeRegular = (db: Db, { rhythmId, personId }: Whose) =>
  db.deleteFrom('regular').where('rhythmId', '=', rhythmId).where('personId', '=', personId).execute()

export const isRegular = async (db: Db, { rhythmId, personId }: Whose): Promise<boolean> =>
  (await db.selectFrom('regular').select('since').where('rhythmId', '=', rhythmId).where('personId', '=', personId).executeTakeFirst()) !==
  undefined

/** In the order in which they asked. */
export const listRegulars = async (db: Db, rhythmId: string): Promise<string[]> =>
  (await db.selectFrom('regular').select('personId').where('rhythmId', '=', rhythmId).orderBy('since').orderBy('personId').execute()).map(
    ({ personId }) => personId,
  )

/** The dates ahead that one can come to, always in the same order, so that nobody waits for another in a circle. */
export const listOpenDates = async (db: Db, rhythmId: string, now: Temporal.Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('rhythmDate')
    .innerJoin('event', 'event.id', 'rhythmDate.eventId')
    .leftJoin('eventCancellation', 'eventCancellation.eventId', 'event.id')
    .select('event.id')
    .where('rhythmId', '=', rhythmId)
    .where('publishedAt', 'is not', null)
    .where('cancelledAt', 'is', null)
    .where('startsAt', '>', now)
    .where((is) => is.or([is('rsvpOpensAt', 'is', null), is('rsvpOpensAt', '<=', now)]))
    .where((is) => is.or([is('rsvpClosesAt', 'is', null), is('rsvpClosesAt', '>', now)]))
    .orderBy('event.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What somebody comes to always, for them to read and take along. */
export const listRegularOf = (db: Db, personId: string) =>
  db
    .selectFrom('regular')
    .innerJoin('rhythm', 'rhythm.id', 'regular.rhythmId')
    .select(['rhythm.slug as series', 'regular.since'])
    .where('personId', '=', personId)
    .orderBy('since')
    .execute()
