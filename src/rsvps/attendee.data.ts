import { sql } from 'kysely'
import type { Db } from '#database'
import type { Answer } from '#seats'

export type Attendee = {
  id: string
  email: string
  name: string
  organisation: string
  job: string
  state: string | null
  answer: Answer
  place: number
  question: string
  answeredAt: Temporal.Instant
  /** When they came, as far as it is known. */
  cameAt: Temporal.Instant | null
  /** How long they stayed, where a report tells. */
  minutes: number | null
}

const attendeesOf = (db: Db, eventId: string) =>
  db
    .selectFrom('rsvp')
    .innerJoin('person', 'person.id', 'rsvp.personId')
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.eventId', '=', 'rsvp.eventId').onRef('attendance.personId', '=', 'rsvp.personId'),
    )
    .leftJoin('question', (join) =>
      join
        .onRef('question.rsvpEventId', '=', 'rsvp.eventId')
        .onRef('question.personId', '=', 'rsvp.personId')
        .on('question.withdrawnAt', 'is', null),
    )
    .select(['person.id', 'person.email', 'person.organisation', 'person.job', 'person.state'])
    .select(sql<string>`trim(person.first_name || ' ' || person.last_name)`.as('name'))
    .select(['rsvp.answer', 'rsvp.place', 'rsvp.answeredAt', 'attendance.cameAt', 'attendance.minutes'])
    .select((of) => of.fn.coalesce('question.happened', sql.lit('')).as('question'))
    .where('rsvp.eventId', '=', eventId)

const standing = sql`array_position(array['seated', 'waiting', 'declined'], rsvp.answer)`

/** Who has a seat, then who waits in the order of the list, then who cannot come. Of a page, only its people are read. */
export function listAttendees(db: Db, eventId: string, page?: { limit: number; offset: number }): Promise<Attendee[]> {
  const onPage = db
    .selectFrom('rsvp')
    .select('rsvp.personId')
    .where('rsvp.eventId', '=', eventId)
    .orderBy(standing)
    .orderBy('rsvp.place')
    .orderBy('rsvp.personId')
  return attendeesOf(db, eventId)
    .$if(page !== undefined, (all) => all.where('rsvp.personId', 'in', onPage.limit(page?.limit ?? 0).offset(page?.offset ?? 0)))
    .orderBy(standing)
    .orderBy('rsvp.place')
    .orderBy('rsvp.personId')
    .execute()
}

export const findAttendee = (db: Db, eventId: string, personId: string): Promise<Attendee | undefined> =>
  attendeesOf(db, eventId).where('person.id', '=', personId).executeTakeFirst()

export type AnswerCounts = { declined: number; questions: number; all: number; /** How many were there. */ came: number }

export async function countAnswers(db: Db, eventId: string): Promise<AnswerCounts> {
  const { rows } = await sql<AnswerCounts>`
    select count(*) filter (where answer = 'declined') as declined,
      count(*) filter (where question.id is not null and answer <> 'declined') as questions, count(*) as all,
      (select count(*) from attendance where event_id = ${eventId}) as came
    from rsvp
    left join question on rsvp_event_id = rsvp.event_id and question.person_id = rsvp.person_id and withdrawn_at is null
    where rsvp.event_id = ${eventId}`.execute(db)
  return rows[0] ?? { declined: 0, questions: 0, all: 0, came: 0 }
}
