import { sql, type RawBuilder } from 'kysely'
import { compiledOnce, type Db, type Tx } from '#database'
import type { Answer, EventSeatsTable, RsvpTable } from './seats.tables.ts'
import type { Insertable, Selectable } from 'kysely'

export type Seats = Selectable<EventSeatsTable>

export const saveNewSeats = (tx: Tx, eventId: string, capacity: number | null) =>
  tx.insertInto('eventSeats').values({ eventId, capacity, closedAt: null }).execute()

/** Holds the row to the end of the transaction: nobody takes or gives up a seat meanwhile. */
export const lockSeats = (tx: Tx, eventId: string): Promise<Seats | undefined> =>
  tx.selectFrom('eventSeats').selectAll().where('eventId', '=', eventId).forUpdate().executeTakeFirst()

export const saveSeats = (tx: Tx, eventId: string, changes: Partial<Omit<Seats, 'eventId' | 'isFull'>>) =>
  tx.updateTable('eventSeats').set(changes).where('eventId', '=', eventId).execute()

/**
 * Gives each person the next place, counts it and queues the mail, all in one statement: however many ask at once, they pass
 * through the event's one row together and share one commit. Says who got it. Nobody does when it was not as expected:
 * the seats filled up or came free meanwhile, or closed; of too many for the seats that are left, the first do.
 */
export async function insertRsvps(db: Db, group: RsvpGroup, now: Temporal.Instant): Promise<string[]> {
  const { eventId, answer, personIds } = group
  const seated = answer === 'seated'
  const { rows } = await sql<{ personId: string }>`
    with hall as (
      select capacity, seated, last_place from event_seats where event_id = ${eventId} and is_full = ${!seated} and closed_at is null for update
    ), fit as (
      select asked.*, hall.last_place + n as place
      from hall, unnest(${personIds}::uuid[]) with ordinality as asked (person_id, n)
      where ${!seated} or capacity is null or n <= capacity - hall.seated
    ), counted as (
      update event_seats set ${sql.ref(answer)} = event_seats.${sql.ref(answer)} + (select count(*) from fit), last_place = event_seats.last_place + (select count(*) from fit)
      from hall where event_id = ${eventId}
    ), mine as (
      insert into rsvp (event_id, person_id, answer, place, answered_at, seated_at)
      select ${eventId}, person_id, ${answer}, place, ${now}::timestamptz, ${seated ? now : null}::timestamptz from fit
      returning person_id
    ), ${sql.join(group.parts.map((part, n) => sql`${sql.ref(`part_${n}`)} as (${part})`))}
    select person_id from mine`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** People with the same answer to the same event; `parts` of the statement tell those in `mine`, and keep what they said. */
export type RsvpGroup = { eventId: string; answer: 'seated' | 'waiting'; personIds: string[]; parts: RawBuilder<unknown>[] }

export const findAnswer = async (tx: Tx, eventId: string, personId: string): Promise<Answer | undefined> =>
  (await tx.selectFrom('rsvp').select('answer').where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst())?.answer

type Sought = { networkId: string; by: string; personIds: string[] }

const answersBy = (column: 'event.slug' | 'event.id') =>
  compiledOnce(['networkId', 'by', 'personIds'], (db, { networkId, by, personIds }: Sought) =>
    db
      .selectFrom('event')
      .innerJoin('rsvp', 'rsvp.eventId', 'event.id')
      .select(['rsvp.personId', 'rsvp.answer', 'rsvp.sequence'])
      .where('event.networkId', '=', networkId)
      .where(column, '=', by)
      .where('rsvp.personId', '=', sql<string>`any(${personIds}::uuid[])`),
  )
const [answersBySlug, answersById] = [answersBy('event.slug'), answersBy('event.id')]

/** What these people have answered so far. */
export const listAnswers = (
  db: Db,
  { networkId, ...event }: { networkId: string } & ({ slug: string } | { id: string }),
  personIds: string[],
) =>
  'slug' in event ? answersBySlug(db, { networkId, by: event.slug, personIds }) : answersById(db, { networkId, by: event.id, personIds })

export type RsvpChange = { answer: Answer; place?: number; seatedAt?: Temporal.Instant | null }

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

export const insertRsvp = (tx: Tx, rsvp: Insertable<RsvpTable>) => tx.insertInto('rsvp').values(rsvp).execute()

/** Notes that someone who had not answered yet will not come. */
export const insertDecline = (db: Db, eventId: string, personId: string, now: Temporal.Instant) =>
  db
    .insertInto('rsvp')
    .values({ eventId, personId, answer: 'declined', place: 0, answeredAt: now, seatedAt: null })
    .onConflict((same) => same.columns(['eventId', 'personId']).doNothing())
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
