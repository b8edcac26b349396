import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { compiledOnce, type Db } from '#database'
import { myQuestion, type Call, type Event, type Mine } from './event.data.ts'

/** What of an event's page is one person's own, and how its seats stand at this moment. */
export type Standing = Pick<Event, 'capacity' | 'isFull' | 'seated' | 'waiting' | 'myAnswer' | 'mine' | 'call'>

type Sought = { eventId: string; personId: string }

const find = compiledOnce(['eventId', 'personId'], (db, { eventId, personId }: Sought) =>
  db
    .selectFrom('eventSeats as seats')
    .leftJoin('rsvp as mine', (join) => join.onRef('mine.eventId', '=', 'seats.eventId').on('mine.personId', '=', personId))
    .leftJoin('eventCall as call', (join) => join.onRef('call.eventId', '=', 'mine.eventId').on('mine.answer', '=', sql.lit('seated')))
    .where('seats.eventId', '=', eventId)
    .select(['capacity', 'isFull', 'seated', 'waiting'])
    .select(['mine.answer', myQuestion.as('question'), 'mine.sequence', 'mine.answeredAt'])
    .select((of) => [
      of
        .case()
        .when('call.eventId', 'is not', null)
        .then(
          jsonBuildObject({
            joinUrl: of.ref('joinUrl'),
            dialIn: of.ref('dialIn'),
            meetingId: of.ref('meetingId'),
            passcode: of.ref('passcode'),
          }),
        )
        .end()
        .$castTo<Call | null>()
        .as('call'),
      of
        .selectFrom('rsvp as other')
        .select((all) => all.fn.countAll<number>().as('ahead'))
        .whereRef('other.eventId', '=', 'seats.eventId')
        .where('other.answer', '=', sql.lit('waiting'))
        .whereRef('other.place', '<', 'mine.place')
        .where('mine.answer', '=', sql.lit('waiting'))
        .as('ahead'),
    ]),
)

/** How someone stands with an event that is known already: a few rows by their keys, which is all that a page must ask anew. */
export async function findStanding(db: Db, whose: Sought): Promise<Standing | undefined> {
  const [row] = await find(db, whose)
  if (!row) return undefined
  const { capacity, isFull, seated, waiting, answer, question, sequence, answeredAt, ahead, call } = row
  const mine: Mine | null = answer && answeredAt ? { answer, question, sequence: sequence ?? 0, answeredAt, ahead: ahead ?? 0 } : null
  return { capacity, isFull, seated, waiting, myAnswer: answer, mine, call }
}
