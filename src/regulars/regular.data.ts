import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { RegularTable } from './regulars.tables.ts'

type Whose = Pick<RegularTable, 'rhythmId' | 'personId'>

/** False when they come to all dates already. Who had stopped begins anew. */
export const saveRegular = async (tx: Tx, { rhythmId, personId }: Whose, since: Temporal.Instant): Promise<boolean> =>
  (await tx
    .insertInto('regular')
    .values({ rhythmId, personId, since, endedAt: null })
    .onConflict((same) =>
      same
        .columns(['rhythmId', 'personId'])
        .doUpdateSet({ endedAt: null, sequence: sql`regular.sequence + 1` })
        .where('regular.endedAt', 'is not', null),
    )
    .returning('personId')
    .executeTakeFirst()) !== undefined

/** False when they had stopped before. */
export const saveRegularEnd = async (tx: Tx, { rhythmId, personId }: Whose, endedAt: Temporal.Instant): Promise<boolean> =>
  (await tx
    .updateTable('regular')
    .set({ endedAt, sequence: sql`sequence + 1` })
    .where('rhythmId', '=', rhythmId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()) !== undefined

export const isRegular = async (db: Db, { rhythmId, personId }: Whose): Promise<boolean> =>
  (await db
    .selectFrom('regular')
    .select('since')
    .where('rhythmId', '=', rhythmId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()) !== undefined

/** In the order in which they asked, with what their mails need. */
export const listRegulars = (db: Db, rhythmId: string) =>
  db
    .selectFrom('regular')
    .innerJoin('person', 'person.id', 'regular.personId')
    .select(['person.id', 'email', 'firstName', 'lastName', 'language', 'timeZone'])
    .where('rhythmId', '=', rhythmId)
    .where('endedAt', 'is', null)
    .orderBy('since')
    .orderBy('personId')
    .execute()

/** The dates ahead at which they have a place by the series, always in the same order. */
export const listDatesToGiveBack = async (tx: Tx, { rhythmId, personId }: Whose, now: Temporal.Instant): Promise<string[]> =>
  (
    await tx
      .selectFrom('rhythmDate')
      .innerJoin('rsvpInSeries as held', 'held.eventId', 'rhythmDate.eventId')
      .innerJoin('rsvp', (join) => join.onRef('rsvp.eventId', '=', 'held.eventId').onRef('rsvp.personId', '=', 'held.personId'))
      .innerJoin('event', 'event.id', 'held.eventId')
      .select('held.eventId')
      .where('rhythmId', '=', rhythmId)
      .where('held.personId', '=', personId)
      .where('answer', '!=', 'declined')
      .where('startsAt', '>', now)
      .orderBy('held.eventId')
      .execute()
  ).map(({ eventId }) => eventId)

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
    .select(['rhythm.slug as series', 'regular.since', 'regular.endedAt as stoppedAt'])
    .where('personId', '=', personId)
    .orderBy('since')
    .execute()
