import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Said } from './form-answer.form.ts'
import type { FormQuestion, InEach, QuestionKind } from './rsvp-forms.tables.ts'

type Whose = { eventId: string; personId: string }

/** What each of these people said, as rows of one statement. */
const rowsOf = (eventId: string, answers: (Said & { personId: string })[], now: Temporal.Instant) => sql`
  select ${eventId}::uuid as event_id, (one ->> 'personId')::uuid as person_id, (one ->> 'questionId')::uuid as question_id,
    array(select jsonb_array_elements_text(one -> 'said')) as said, ${now}::timestamptz as said_at
  from jsonb_array_elements(${JSON.stringify(answers)}::jsonb) as one`

const columns = sql.raw('event_id, person_id, question_id, said, said_at')
const lastCounts = sql.raw('on conflict (event_id, person_id, question_id) do update set said = excluded.said, said_at = excluded.said_at')

/** Keeps, within the statement that gives them their seats, what the people in its part `source` said. */
export const saveAnswersFrom = (source: string, eventId: string, answers: (Said & { personId: string })[], now: Temporal.Instant) => sql`
  insert into form_answer (${columns})
  select given.* from (${rowsOf(eventId, answers, now)}) as given join ${sql.table(source)} using (person_id) ${lastCounts}`

/** Keeps what somebody says, in place of what they said to the questions that are asked; to others it stays. */
export async function saveAnswers(
  tx: Tx,
  { eventId, personId }: Whose,
  { questions, said }: { questions: { id: string }[]; said: Said[] },
  now: Temporal.Instant,
) {
  const left = questions.map(({ id }) => id).filter((id) => !said.some(({ questionId }) => questionId === id))
  if (left.length > 0)
    await tx
      .deleteFrom('formAnswer')
      .where('eventId', '=', eventId)
      .where('personId', '=', personId)
      .where('questionId', 'in', left)
      .execute()
  const answers = said.map((one) => ({ ...one, personId }))
  await sql`insert into form_answer (${columns}) ${rowsOf(eventId, answers, now)} ${lastCounts}`.execute(tx)
}

/** What counts as said at an event. To a question of a series, what somebody said at another date holds until they say otherwise. */
const saidAt = (eventId: string, personIds: string[] | null) => sql`
  select distinct on (person_id, question_id) person_id, question_id, said
  from form_answer join form_question on form_question.id = question_id
  where (form_answer.event_id = ${eventId} or (
      rhythm_id = (select rhythm_id from rhythm_date where event_id = ${eventId})
      and said_at < coalesce((select ends_at from event where id = ${eventId}), 'infinity')))
    and (${personIds}::uuid[] is null or person_id = any(${personIds}::uuid[]))
  order by person_id, question_id, form_answer.event_id = ${eventId} desc, said_at desc`

export const listSaid = async (db: Db, { eventId, personId }: Whose): Promise<Said[]> =>
  (await sql<Said>`select question_id, said from (${saidAt(eventId, [personId])}) as said order by question_id`.execute(db)).rows

export type AskedQuestion = FormQuestion & { isRemoved: boolean; answers: { personId: string; said: string[] }[] }

/** All that is asked at an event, and what was asked and answered before it was taken out: for stewards. */
export async function listAnswered(db: Db, eventId: string, personIds: string[]): Promise<AskedQuestion[]> {
  const { rows } = await sql<AskedQuestion>`
    with said as (${saidAt(eventId, personIds)})
    select id, kind, is_required, words, options, removed_at is not null as is_removed,
      coalesce((select json_agg(json_build_object('personId', person_id, 'said', said)) from said where question_id = form_question.id), '[]') as answers
    from form_question
    where (event_id = ${eventId} or rhythm_id = (select rhythm_id from rhythm_date where event_id = ${eventId}))
      and (removed_at is null or exists (select from said where question_id = form_question.id))
    order by removed_at is not null, place, id`.execute(db)
  return rows
}

/** Everything someone has answered with their RSVPs, for them to read and take along. */
export const listSaidBy = async (db: Db, personId: string) =>
  (
    await sql<{ event: string; kind: QuestionKind; words: InEach; said: string[]; saidAt: Temporal.Instant }>`
    select title as event, kind, words, said, said_at
    from form_answer join form_question on form_question.id = question_id
      join network on network.id = network_id
      join event_text on event_text.event_id = form_answer.event_id and event_text.language = network.language
    where person_id = ${personId} order by said_at, place, question_id`.execute(db)
  ).rows
