import type { Insertable, Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { EventCallTable, EventTable, EventTextTable } from './events.tables.ts'

export const listEventSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('event').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    (event) => event.slug,
  )

export const insertEvent = async (tx: Tx, event: Omit<Insertable<EventTable>, 'id'>): Promise<string | undefined> => {
  const row = await tx
    .insertInto('event')
    .values({ id: newId(), ...event })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const saveEventText = (tx: Tx, text: EventTextTable) =>
  tx
    .insertInto('eventText')
    .values(text)
    .onConflict((same) => same.columns(['eventId', 'language']).doUpdateSet(text))
    .execute()

export const saveEventCall = (tx: Tx, call: EventCallTable) =>
  tx
    .insertInto('eventCall')
    .values(call)
    .onConflict((same) => same.column('eventId').doUpdateSet(call))
    .execute()

/** Holds the event to the end of the transaction: of two stewards who save at once, the second is told. RSVPs go on meanwhile. */
export const lockEvent = (tx: Tx, networkId: string, slug: string) =>
  tx.selectFrom('event').selectAll().where('networkId', '=', networkId).where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst()

export const updateEvent = (tx: Tx, id: string, changes: Updateable<EventTable>) =>
  tx.updateTable('event').set(changes).where('id', '=', id).execute()

export const findEventText = (db: Db, eventId: string, language: Language) =>
  db.selectFrom('eventText').selectAll().where('eventId', '=', eventId).where('language', '=', language).executeTakeFirst()

export const listEventTexts = (db: Db, eventId: string) => db.selectFrom('eventText').selectAll().where('eventId', '=', eventId).execute()

export const findEventCall = (db: Db, eventId: string) =>
  db.selectFrom('eventCall').selectAll().where('eventId', '=', eventId).executeTakeFirst()

/** False when it was cancelled before. */
export const insertCancellation = async (
  tx: Tx,
  cancellation: { eventId: string; personId: string; reason: string; cancelledAt: Temporal.Instant },
): Promise<boolean> => {
  const row = await tx
    .insertInto('eventCancellation')
    .values(cancellation)
    .onConflict((same) => same.doNothing())
    .returning('eventId')
    .executeTakeFirst()
  return row !== undefined
}

export async function findCallAndCapacity(db: Db, eventId: string) {
  const { capacity, ...call } = await db
    .selectFrom('eventSeats')
    .leftJoin('eventCall', 'eventCall.eventId', 'eventSeats.eventId')
    .select(['capacity', 'joinUrl', 'dialIn', 'meetingId', 'passcode'])
    .where('eventSeats.eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  return {
    capacity,
    call: { joinUrl: call.joinUrl ?? '', dialIn: call.dialIn ?? '', meetingId: call.meetingId ?? '', passcode: call.passcode ?? '' },
  }
}

/** Removes what was never published; anything else is cancelled instead. */
export const removeDraft = async (tx: Tx, networkId: string, slug: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('event')
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .where('publishedAt', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
