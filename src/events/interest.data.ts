import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'

type Guest = { eventId: string; personId: string }

/** Notes that an address asked; one that has confirmed before stays confirmed. */
export const saveInterestAsked = (tx: Tx, guest: Guest, now: Temporal.Instant) =>
  tx
    .insertInto('eventInterest')
    .values({ ...guest, askedAt: now, confirmedAt: null })
    .onConflict((same) => same.columns(['eventId', 'personId']).doNothing())
    .execute()

export const saveInterest = (tx: Tx, guest: Guest, now: Temporal.Instant) =>
  tx
    .insertInto('eventInterest')
    .values({ ...guest, askedAt: now, confirmedAt: now })
    .onConflict((same) =>
      same.columns(['eventId', 'personId']).doUpdateSet({ confirmedAt: now }).where('eventInterest.confirmedAt', 'is', null),
    )
    .execute()

export const removeInterest = (db: Db, { eventId, personId }: Guest) =>
  db.deleteFrom('eventInterest').where('eventId', '=', eventId).where('personId', '=', personId).execute()

export const findInterest = (db: Db, { eventId, personId }: Guest) =>
  db.selectFrom('eventInterest').selectAll().where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()

export type Interested = { id: string; email: string; language: Language | null; timeZone: string | null }

/** The next of those who wait for the date, in batches: those after `afterId`. */
export const listInterested = (db: Db, eventId: string, afterId: string | null, limit: number): Promise<Interested[]> =>
  db
    .selectFrom('eventInterest')
    .innerJoin('person', 'person.id', 'eventInterest.personId')
    .select(['person.id', 'person.email', 'person.language', 'person.timeZone'])
    .where('eventId', '=', eventId)
    .where('confirmedAt', 'is not', null)
    .$if(afterId !== null, (query) => query.where('eventInterest.personId', '>', afterId ?? ''))
    .orderBy('eventInterest.personId')
    .limit(limit)
    .execute()

/** Addresses that asked long ago and never followed the link. */
export const removeOldInterest = (db: Db, before: Temporal.Instant) =>
  db.deleteFrom('eventInterest').where('confirmedAt', 'is', null).where('askedAt', '<', before).execute()
