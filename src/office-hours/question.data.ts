import { sql, type Selectable, type Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { QuestionTable, Wish } from './office-hours.tables.ts'
import type { QuestionInput } from './question.form.ts'

export type QuestionRow = Selectable<QuestionTable>
export type Question = QuestionRow & { meToo: number }
/** What is known of a challenge when it comes. */
export type Challenge = Omit<QuestionInput, 'wish'> & { wish: Wish | null }

/**
 * How many others have the same challenge: who said so, and who brought one that was merged into it. To everybody, what is for the
 * hosts alone is not counted.
 */
const othersOf = (whose: 'all' | 'shared') => sql<number>`(
  select count(distinct same.person_id) from (
    select me_too.person_id from me_too join question as near on near.id = me_too.question_id
    where me_too.confirmed_at is not null and (near.id = question.id or (near.merged_into = question.id and ${stands(whose)}))
    union all
    select near.person_id from question as near where near.merged_into = question.id and ${stands(whose)}
  ) as same where same.person_id <> question.person_id)`

const stands = (whose: 'all' | 'shared') =>
  sql`near.confirmed_at is not null and near.withdrawn_at is null and (${whose === 'all'} or near.sharing <> 'not-at-all')`

const questions = (db: Db, networkId: string, whose: 'all' | 'shared') =>
  db.selectFrom('question').selectAll('question').select(othersOf(whose).as('others')).where('question.networkId', '=', networkId)

/** The one that it was merged into, where everybody may read that one. */
const keptForAll = sql<string | null>`(
  select kept.id from question as kept where kept.id = question.merged_into and kept.sharing <> 'not-at-all' and kept.withdrawn_at is null)`

const withMeToo = <T extends { others: number }>({ others, ...row }: T) => ({ ...row, meToo: others })

export async function saveQuestion(
  tx: Tx,
  asked: { networkId: string; personId: string; input: Challenge; rsvpEventId?: string; confirmedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): Promise<string> {
  const { networkId, personId, rsvpEventId = null, confirmedAt } = asked
  const { event: eventId, ...canvas } = asked.input
  const row = {
    id: newId(),
    networkId,
    personId,
    eventId,
    rsvpEventId,
    ...canvas,
    askedAt: now,
    confirmedAt,
    withdrawnAt: null,
    assignedTo: null,
    mergedInto: null,
    answerId: null,
  }
  return (await tx.insertInto('question').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function findQuestion(db: Db, networkId: string, id: string): Promise<Question | undefined> {
  const row = await questions(db, networkId, 'all').where('question.id', '=', id).executeTakeFirst()
  return row && withMeToo(row)
}

export type SharedQuestion = Question & { name: string; /** Where it goes on, since it is the same. */ goesOnIn: string | null }

/** What everybody may read: confirmed, not withdrawn, and meant to be shared. */
export async function findSharedQuestion(db: Db, networkId: string, id: string): Promise<SharedQuestion | undefined> {
  const row = await questions(db, networkId, 'shared')
    .select(keptForAll.as('goesOnIn'))
    .innerJoin('person', 'person.id', 'question.personId')
    .select(sql<string>`case when sharing = 'named' then trim(first_name || ' ' || last_name) else '' end`.as('name'))
    .where('question.id', '=', id)
    .where('sharing', '<>', 'not-at-all')
    .where('confirmedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row && withMeToo(row)
}

/** Shared questions that wait for a call, for everybody to read; those most wait for first. */
export async function listSharedQuestions(db: Db, networkId: string, limit: number) {
  const rows = await questions(db, networkId, 'shared')
    .where(sql<boolean>`${keptForAll} is null`)
    .where('sharing', '<>', 'not-at-all')
    .where('confirmedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .where('answerId', 'is', null)
    .orderBy('others', 'desc')
    .orderBy('askedAt')
    .limit(limit)
    .execute()
  return rows.map(withMeToo)
}

export type Queued = Question & {
  name: string
  email: string
  assignee: string | null
  eventSlug: string | null
  eventTitle: string | null
  startsAt: Temporal.Instant | null
}

/** Neither answered nor withdrawn nor merged into another. What was sent with an RSVP was for that event: a month after it, it waits no more. */
const waitsAt = (now: Temporal.Instant) =>
  sql<boolean>`question.confirmed_at is not null and question.withdrawn_at is null and question.answer_id is null and question.merged_into is null and not exists (
    select from event where event.id = question.rsvp_event_id and event.id = question.event_id and ends_at < ${now.subtract({ hours: 720 })})`

const queued = (db: Db, networkId: string, language: Language) =>
  questions(db, networkId, 'all')
    .innerJoin('person', 'person.id', 'question.personId')
    .leftJoin('person as helper', 'helper.id', 'question.assignedTo')
    .leftJoin('event', 'event.id', 'question.eventId')
    .leftJoinLateral(
      (texts) =>
        texts
          .selectFrom('eventText')
          .select('title')
          .whereRef('eventText.eventId', '=', 'event.id')
          .orderBy(sql`language = ${language}`, 'desc')
          .limit(1)
          .as('words'),
      (join) => join.onTrue(),
    )
    .select(['person.email', 'event.slug as eventSlug', 'event.startsAt', 'words.title as eventTitle'])
    .select(sql<string>`trim(person.first_name || ' ' || person.last_name)`.as('name'))
    .select(sql<string | null>`coalesce(nullif(trim(helper.first_name || ' ' || helper.last_name), ''), helper.email)`.as('assignee'))

/** One as stewards see it, answered or not; none that its asker has not confirmed. */
export async function findQueued(db: Db, networkId: string, language: Language, id: string): Promise<Queued | undefined> {
  const row = await queued(db, networkId, language).where('question.id', '=', id).where('confirmedAt', 'is not', null).executeTakeFirst()
  return row && withMeToo(row)
}

/** What waits for an answer, call by call, for stewards: in their order, then as it was asked. */
export async function listQueue(db: Db, networkId: string, language: Language, now: Temporal.Instant): Promise<Queued[]> {
  const rows = await queued(db, networkId, language)
    .where(waitsAt(now))
    .orderBy('event.startsAt', (order) => order.asc().nullsFirst())
    .orderBy('place')
    .orderBy('askedAt')
    .limit(500)
    .execute()
  return rows.map(withMeToo)
}

/** What hosts noted while it was talked about in a call; empty when it was not. */
export const findCallNotes = async (db: Db, questionId: string): Promise<string> =>
  (await db.selectFrom('liveItem').select('notes').where('questionId', '=', questionId).executeTakeFirst())?.notes ?? ''

export const listQuestionsOf = async (db: Db, personId: string): Promise<QuestionRow[]> =>
  db.selectFrom('question').selectAll().where('personId', '=', personId).orderBy('askedAt', 'desc').limit(100).execute()

/** Holds it to the end of the transaction. */
export const lockQuestion = (tx: Tx, networkId: string, id: string) =>
  tx.selectFrom('question').selectAll().where('networkId', '=', networkId).where('id', '=', id).forUpdate().executeTakeFirst()

export const changeQuestion = (db: Db, id: string, change: Updateable<QuestionTable>) =>
  db.updateTable('question').set(change).where('id', '=', id).execute()

export const countQueue = async (db: Db, networkId: string, now: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('question')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('networkId', '=', networkId)
      .where(waitsAt(now))
      .executeTakeFirstOrThrow()
  ).count

/** Those whose address was never proved. */
export const removeOldUnconfirmed = (db: Db, before: Temporal.Instant) =>
  db.deleteFrom('question').where('confirmedAt', 'is', null).where('askedAt', '<', before).execute()

/** Those that wait for one call, as they stand; held to the end of the transaction. */
export const listOrder = async (tx: Tx, networkId: string, eventId: string | null): Promise<string[]> =>
  (
    await tx
      .selectFrom('question')
      .select('id')
      .where('networkId', '=', networkId)
      .where('eventId', eventId === null ? 'is' : '=', eventId)
      .where('confirmedAt', 'is not', null)
      .where('withdrawnAt', 'is', null)
      .where('answerId', 'is', null)
      .where('mergedInto', 'is', null)
      .orderBy('place')
      .orderBy('askedAt')
      .forUpdate()
      .execute()
  ).map(({ id }) => id)

/** Writes each one's place in one statement. */
export const saveOrder = (tx: Tx, ids: string[]) =>
  sql`update question set place = ordered.place from unnest(${ids}::uuid[]) with ordinality as ordered (id, place) where question.id = ordered.id`.execute(
    tx,
  )
