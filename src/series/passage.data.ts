import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Series } from './series.data.ts'
import { justCame, type BeginsWith, type Ended, type StopsWith } from './series.rules.ts'

type Since = { listId: string; since: Temporal.Instant; from: Temporal.Instant }

/** Who came since the series was switched on. `from` bounds where is looked; `since` what counts. */
const newcomers: Record<BeginsWith, (series: Since) => RawBuilder<unknown>> = {
  // By their own hand, and for the first time: who was imported, or takes leaving back, is no newcomer.
  joined: ({ listId, since, from }) => sql`
    select person_id from consent
    where list_id = ${listId} and kind = 'confirmed' and at >= ${from}::timestamptz and person_id is not null and hand_id is null
      and source not ilike 'import%' and source not ilike 'taken back%'
      and not exists (select from consent earlier where earlier.person_id = consent.person_id and earlier.list_id = consent.list_id
        and earlier.kind = 'confirmed' and earlier.at < ${since}::timestamptz)`,
  'first-rsvp': ({ since, from }) => sql`
    select person_id from rsvp
    where answered_at >= ${from}::timestamptz and answer in ('seated', 'waiting')
      and not exists (select from rsvp earlier where earlier.person_id = rsvp.person_id and earlier.answered_at < ${since}::timestamptz)`,
  convener: () => sql`select id as person_id from person where job ~* '(convener|convenor|convocante|convocador)'`,
}

const lookBack = Temporal.Duration.from({ hours: 1 })

/**
 * Lets those in who came since it was last looked and read the list; once each, however often this runs. What was kept a
 * little late is found by looking an hour further back.
 */
export const enterNewcomers = (tx: Tx, { id, listId, beginsWith, onSince, lookedUntil }: Series, now: Temporal.Instant) => {
  const since = onSince ?? now
  const back = (lookedUntil ?? now).subtract(lookBack)
  const from = Temporal.Instant.compare(back, since) < 0 ? since : back
  return sql`
    insert into series_person (id, series_id, person_id, entered_at, passed, due_at)
    select new_id(), ${id}::uuid, person_id, ${now}::timestamptz, ${justCame}, ${now}::timestamptz
    from (select distinct person_id from (${newcomers[beginsWith]({ listId, since, from })}) as came) as newcomer
    where person_id in (select person_id from addressee where list_id = ${listId})
    on conflict (series_id, person_id) do nothing`.execute(tx)
}

/** Of whom it is true already when the series is switched on: it never begins for them. */
export const passOverConveners = (tx: Tx, seriesId: string, now: Temporal.Instant) =>
  sql`
    insert into series_person (id, series_id, person_id, entered_at, ended, ended_at)
    select new_id(), ${seriesId}::uuid, person_id, ${now}::timestamptz, 'before', ${now}::timestamptz
    from (${newcomers.convener({ listId: '', since: now, from: now })}) as convener
    on conflict (series_id, person_id) do nothing`.execute(tx)

export type Due = {
  id: string
  personId: string
  dueAt: Temporal.Instant
  enteredAt: Temporal.Instant
  passed: number
  language: Language | null
  timeZone: string | null
  standing: 'reads' | 'rests' | 'left'
  hasRsvped: boolean
}

/** Those whose next step is due, with all that it takes to decide; held, so that two programs never take the same. */
export async function takeDue(tx: Tx, { id, listId }: Pick<Series, 'id' | 'listId'>, now: Temporal.Instant, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select * from series_person where series_id = ${id} and due_at <= ${now}::timestamptz and person_id is not null
      order by due_at, id limit ${most} for update skip locked
    )
    select due.id, due.person_id as "personId", due_at as "dueAt", entered_at as "enteredAt", passed, person.language, person.time_zone as "timeZone",
      case when exists (select from reader where reader.list_id = ${listId} and reader.person_id = due.person_id) then 'reads'
        when exists (select from addressee where addressee.list_id = ${listId} and addressee.person_id = due.person_id) then 'rests'
        else 'left' end as standing,
      exists (select from rsvp where rsvp.person_id = due.person_id and answer in ('seated', 'waiting') and answered_at >= entered_at) as "hasRsvped"
    from due join person on person.id = due.person_id order by due_at, due.id`.execute(tx)
  return rows
}

export const hasStopped = (stopsWith: StopsWith | null, { hasRsvped }: Due): boolean => stopsWith === 'rsvped' && hasRsvped

export type Passed = { id: string; passed: number; dueAt: Temporal.Instant | null; ended: Ended | null }

/** What became of each, in one statement. */
export const savePassed = (tx: Tx, turns: Passed[], now: Temporal.Instant) =>
  sql`
    update series_person kept set passed = turn.passed, due_at = turn.due_at, ended = turn.ended,
      ended_at = case when turn.ended is not null then ${now}::timestamptz end
    from unnest(${turns.map(({ id }) => id)}::uuid[], ${turns.map(({ passed }) => passed)}::int[],
      ${turns.map(({ dueAt }) => dueAt)}::timestamptz[], ${turns.map(({ ended }) => ended)}::text[]) as turn (id, passed, due_at, ended)
    where kept.id = turn.id`.execute(tx)

/** Notes that the step is queued to these; gives those to whom it had not been. */
export const saveQueued = async (tx: Tx, stepId: string, seriesPersonIds: string[], now: Temporal.Instant): Promise<string[]> => {
  const rows = await tx
    .insertInto('seriesMail')
    .values(seriesPersonIds.map((seriesPersonId) => ({ stepId, seriesPersonId, queuedAt: now })))
    .onConflict((same) => same.columns(['stepId', 'seriesPersonId']).doNothing())
    .returning('seriesPersonId')
    .execute()
  return rows.map(({ seriesPersonId }) => seriesPersonId)
}

export const saveContentOfStep = (tx: Tx, content: { contentId: string; stepId: string; isTest: boolean }) =>
  tx
    .insertInto('seriesContent')
    .values(content)
    .onConflict((same) => same.column('contentId').doNothing())
    .execute()

/** These people, as the mail engine wants its readers. */
export const readersAmong = (tx: Tx, personIds: string[]) =>
  tx
    .selectFrom('person')
    .select(['id as personId', 'email as toAddress'])
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)

/** What a mail of this content must know to be personal. */
export const findContentOfStep = (db: Db, contentId: string) =>
  db
    .selectFrom('seriesContent')
    .innerJoin('seriesStep', 'seriesStep.id', 'seriesContent.stepId')
    .innerJoin('series', 'series.id', 'seriesStep.seriesId')
    .innerJoin('mailContent', 'mailContent.id', 'seriesContent.contentId')
    .innerJoin('network', 'network.id', 'series.networkId')
    .select(['series.listId', 'seriesContent.isTest', 'mailContent.language', 'network.secret'])
    .where('contentId', '=', contentId)
    .executeTakeFirst()

export const listMergeValues = (db: Db, personIds: string[]) =>
  db
    .selectFrom('person')
    .select(['id as personId', 'firstName', 'organisation', 'state'])
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
