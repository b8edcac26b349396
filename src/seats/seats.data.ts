import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#database'
import type { Answer, EventSeatsTable } from './seats.tables.ts'
import type { Selectable } from 'kysely'

export type Seats = Selectable<EventSeatsTable>

export const saveNewSeats = (tx: Tx, eventId: string, capacity: number | null) =>
  tx.insertInto('eventSeats').values({ eventId, capacity, closedAt: null }).execute()

/** Holds the row to the end of the transaction: nobody takes or gives up a seat meanwhile. */
export const lockSeats = (tx: Tx, eventId: string): Promise<Seats | undefined> =>
  tx.selectFrom('eventSeats').selectAll().where('eventId', '=', eventId).forUpdate().executeTakeFirst()

export const saveSeats = (tx: Tx, eventId: string, changes: Partial<Omit<Seats, 'eventId' | 'isFull'>>) =>
  tx.updateTable('eventSeats').set(changes).where('eventId', '=', eventId).execute()

export type NewRsvp = { eventId: string; personId: string; question: string; answer: 'seated' | 'waiting' }

/**
 * Gives the person the next place, counts it and queues the mail, in one statement and one round trip; the row that
 * everybody passes through is held no longer than the server needs. False when it was not as expected: the seats
 * filled up or came free meanwhile, or closed. A second RSVP of the same person breaks the primary key.
 */
export async function insertRsvp(db: Db, rsvp: NewRsvp, mail: RawBuilder<unknown>, now: Temporal.Instant): Promise<boolean> {
  const seated = rsvp.answer === 'seated'
  const counted = seated ? sql`seated = seated + 1` : sql`waiting = waiting + 1`
  const { rows } = await sql<{ place: number }>`
    with seat as (
      update event_seats set ${counted}, last_place = last_place + 1
      where event_id = ${rsvp.eventId} and is_full = ${!seated} and closed_at is null
      returning last_place
    ), mine as (
      insert into rsvp (event_id, person_id, answer, place, question, answered_at, seated_at)
      select ${rsvp.eventId}, ${rsvp.personId}, ${rsvp.answer}, last_place, ${rsvp.question}, ${now}::timestamptz, ${seated ? now : null}::timestamptz from seat
      returning place
    ), told as (${mail})
    select place from mine`.execute(db)
  return rows.length > 0
}

export const findAnswer = async (tx: Tx, eventId: string, personId: string): Promise<Answer | undefined> =>
  (await tx.selectFrom('rsvp').select('answer').where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst())?.answer

export type RsvpChange = { answer: Answer; place?: number; question?: string; seatedAt?: Temporal.Instant | null }

/** Each change of a person's answer counts one up for their calendar. */
export const changeRsvp = (
  tx: Tx,
  { eventId, personId }: { eventId: string; personId: string },
  change: RsvpChange,
  now: Temporal.Instant,
) =>
  tx
    .updateTable('rsvp')
    .set({ ...change, answeredAt: now, sequence: sql`sequence + 1` })
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .execute()

/** Seats the first of those who wait, in the order in which they came; says who they are. */
export async function seatWaiting(tx: Tx, eventId: string, most: number | null, now: Temporal.Instant): Promise<string[]> {
  const next = tx.selectFrom('rsvp').select('personId').where('eventId', '=', eventId).where('answer', '=', 'waiting').orderBy('place')
  const seated = await tx
    .updateTable('rsvp')
    .set({ answer: 'seated', seatedAt: now, answeredAt: now, sequence: sql`sequence + 1` })
    .where('eventId', '=', eventId)
    .where('personId', 'in', most === null ? next : next.limit(most))
    .returning(['personId', 'place'])
    .execute()
  return seated.toSorted((one, other) => one.place - other.place).map(({ personId }) => personId)
}

/** Notes that someone who had not answered yet will not come. */
export const insertDecline = (db: Db, eventId: string, personId: string, now: Temporal.Instant) =>
  db
    .insertInto('rsvp')
    .values({ eventId, personId, answer: 'declined', place: 0, answeredAt: now, seatedAt: null })
    .onConflict((same) => same.columns(['eventId', 'personId']).doNothing())
    .execute()

export const saveQuestion = (db: Db, eventId: string, personId: string, question: string) =>
  db
    .updateTable('rsvp')
    .set({ question })
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .where('answer', '!=', 'declined')
    .execute()

/** Events that are still ahead, or have no date, in which this person holds or awaits a seat. */
export const listEventsAhead = async (db: Db, personId: string, now: Temporal.Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('rsvp')
    .innerJoin('event', 'event.id', 'rsvp.eventId')
    .select('eventId')
    .where('personId', '=', personId)
    .where('answer', '!=', 'declined')
    .where((is) => is.or([is('endsAt', '>', now), is('endsAt', 'is', null)]))
    .orderBy('eventId')
    .execute()
  return rows.map(({ eventId }) => eventId)
}

export const removeRsvps = (tx: Tx, personId: string) => tx.deleteFrom('rsvp').where('personId', '=', personId).execute()
