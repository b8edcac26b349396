import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { SaidRow } from './survey.rules.ts'
import type { Own, Side, SurveyAnswerTable } from './surveys.tables.ts'

export type Survey = Own & {
  isWanted: boolean
  askedAt: Temporal.Instant | null
  /** It was set for all dates of the series. */ isForAll: boolean
}

/** What is asked after an event: its own, or what was set for all dates of its series. */
export const findSurvey = async (db: Db, eventId: string): Promise<Survey | undefined> =>
  (
    await sql<Survey>`
      select came_questions, missed_questions, came_spanish, missed_spanish, set_at, is_wanted, asked_at, false as is_for_all
      from survey where event_id = ${eventId}
      union all
      select came_questions, missed_questions, came_spanish, missed_spanish, set_at, true, null, true
      from rhythm_survey join rhythm_date using (rhythm_id)
      where event_id = ${eventId} and not exists (select from survey where event_id = ${eventId})`.execute(db)
  ).rows[0]

export const saveSurvey = (db: Db, eventId: string, own: Own & { isWanted: boolean }) =>
  db
    .insertInto('survey')
    .values({ eventId, ...own })
    .onConflict((same) => same.column('eventId').doUpdateSet(own))
    .execute()

/** Sets what is asked at all dates of the event's series, instead of what was set for single ones; with null, none of them asks. */
export async function saveForAll(tx: Tx, eventId: string, own: Own | null): Promise<void> {
  const its = await tx.selectFrom('rhythmDate').select('rhythmId').where('eventId', '=', eventId).executeTakeFirst()
  if (!its) return
  await sql`
    delete from survey using rhythm_date
    where asked_at is null and survey.event_id = rhythm_date.event_id and rhythm_id = ${its.rhythmId}`.execute(tx)
  await (own
    ? tx
        .insertInto('rhythmSurvey')
        .values({ ...its, ...own })
        .onConflict((same) => same.column('rhythmId').doUpdateSet(own))
        .execute()
    : tx.deleteFrom('rhythmSurvey').where('rhythmId', '=', its.rhythmId).execute())
}

const isSet = sql<boolean>`coalesce(
  (select is_wanted and asked_at is null from survey where event_id = event.id),
  exists (select from rhythm_survey join rhythm_date using (rhythm_id) where event_id = event.id))`

/** Events whose time has come, of which it is known who was there. */
export const listDue = (db: Db, networkId: string, { from, until }: { from: Temporal.Instant; until: Temporal.Instant }) =>
  db
    .selectFrom('event')
    .select('event.id')
    .where('event.networkId', '=', networkId)
    .where('event.publishedAt', 'is not', null)
    .where('event.endsAt', '>', from)
    .where('event.endsAt', '<=', until)
    .where(isSet)
    .where(({ exists, selectFrom }) => exists(selectFrom('attendance').select('personId').whereRef('attendance.eventId', '=', 'event.id')))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('eventCancellation').select('eventId').whereRef('eventCancellation.eventId', '=', 'event.id'))),
    )
    .orderBy('event.endsAt')
    .execute()

/** Takes the survey for this run, and what its series asks as its own: false when another has asked meanwhile. */
export const markAsked = async (tx: Tx, eventId: string, now: Temporal.Instant): Promise<boolean> => {
  const { rows } = await sql`
    insert into survey (event_id, came_questions, missed_questions, came_spanish, missed_spanish, set_at, asked_at)
    select event.id, coalesce(came_questions, '{}'), coalesce(missed_questions, '{}'), coalesce(came_spanish, '{}'), coalesce(missed_spanish, '{}'),
      coalesce(set_at, ${now}), ${now}
    from event left join rhythm_date on event_id = event.id left join rhythm_survey using (rhythm_id)
    where event.id = ${eventId}
    on conflict (event_id) do update set asked_at = excluded.asked_at where survey.asked_at is null
    returning event_id`.execute(tx)
  return rows.length > 0
}

/** Where the recording of an event can be seen by now. */
export const findRecording = async (db: Db, eventId: string): Promise<string | null> =>
  (
    await sql<{
      slug: string
    }>`select slug from webinar join webinar_seen using (id) where webinar.event_id = ${eventId} order by slug limit 1`.execute(db)
  ).rows[0]?.slug ?? null

export type Guest = { id: string; email: string; language: Language | null; cameAt: Temporal.Instant | null }

/** Who had a seat, and whether they were there. */
export const listGuests = (tx: Tx, eventId: string): Promise<Guest[]> =>
  tx
    .selectFrom('rsvp')
    .innerJoin('person', 'person.id', 'rsvp.personId')
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.eventId', '=', 'rsvp.eventId').onRef('attendance.personId', '=', 'rsvp.personId'),
    )
    .select(['person.id', 'person.email', 'person.language', 'attendance.cameAt'])
    .where('rsvp.eventId', '=', eventId)
    .where('rsvp.answer', '=', 'seated')
    .orderBy('person.id')
    .execute()

/** Those of these addresses that get no mail. */
export const listSuppressed = async (tx: Tx, networkId: string, hashes: Buffer[]): Promise<string[]> => {
  if (hashes.length === 0) return []
  const some = tx.selectFrom('suppression').select('addressHash').where('networkId', '=', networkId).where('addressHash', 'in', hashes)
  return (await some.where('endedAt', 'is', null).execute()).map(({ addressHash }) => addressHash.toString('hex'))
}

export async function saveAsks(tx: Tx, eventId: string, asks: { personId: string; side: Side }[], askedAt: Temporal.Instant) {
  if (asks.length > 0)
    await tx
      .insertInto('surveyAsk')
      .values(asks.map((ask) => ({ eventId, ...ask, askedAt })))
      .onConflict((same) => same.doNothing())
      .execute()
}

type Whose = { eventId: string; personId: string }

export const findAsk = (db: Db, { eventId, personId }: Whose) =>
  db.selectFrom('surveyAsk').selectAll().where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()

export const listSaid = (db: Db, { eventId, personId }: Whose) =>
  db
    .selectFrom('surveyAnswer')
    .select(['question', 'answer'])
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .orderBy('question')
    .execute()

/** What is said last counts. */
export async function replaceSaid(tx: Tx, { eventId, personId }: Whose, said: SurveyAnswerTable[]) {
  await tx.selectFrom('surveyAsk').select('side').where('eventId', '=', eventId).where('personId', '=', personId).forUpdate().execute()
  await tx.deleteFrom('surveyAnswer').where('eventId', '=', eventId).where('personId', '=', personId).execute()
  if (said.length > 0) await tx.insertInto('surveyAnswer').values(said).execute()
}

export const listAllSaid = (db: Db, eventId: string): Promise<SaidRow[]> =>
  db
    .selectFrom('surveyAnswer')
    .innerJoin('surveyAsk', (join) =>
      join.onRef('surveyAsk.eventId', '=', 'surveyAnswer.eventId').onRef('surveyAsk.personId', '=', 'surveyAnswer.personId'),
    )
    .select(['side', 'surveyAnswer.personId', 'question', 'answer'])
    .where('surveyAnswer.eventId', '=', eventId)
    .orderBy('question')
    .execute()

export const countAsked = async (db: Db, eventId: string): Promise<number> => {
  const asked = db.selectFrom('surveyAsk').select((all) => all.fn.countAll<number>().as('count'))
  return (await asked.where('eventId', '=', eventId).executeTakeFirstOrThrow()).count
}

/** What someone said after gatherings, for them to read and take along. */
export const listSaidBy = (db: Db, personId: string) =>
  db
    .selectFrom('surveyAnswer')
    .innerJoin('event', 'event.id', 'surveyAnswer.eventId')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoin('eventText', (join) => join.onRef('eventText.eventId', '=', 'event.id').onRef('eventText.language', '=', 'network.language'))
    .select(['eventText.title as event', 'surveyAnswer.question', 'surveyAnswer.answer', 'surveyAnswer.saidAt'])
    .where('surveyAnswer.personId', '=', personId)
    .orderBy('surveyAnswer.saidAt')
    .orderBy('surveyAnswer.question')
    .execute()
