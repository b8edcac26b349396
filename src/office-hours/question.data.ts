import { sql, type Selectable, type Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { QuestionTable, Wish } from './office-hours.tables.ts'
import type { QuestionInput } from './question.form.ts'

export type QuestionRow = Selectable<QuestionTable>
export type Question = QuestionRow & { meToo: number }
/** What is known of a challenge when it comes. */
export type Challenge = Omit<QuestionInput, 'wish'> & { wish: Wish | null }

const questions = (db: Db, networkId: string) =>
  db
    .selectFrom('question')
    .selectAll('question')
    .select((of) =>
      of
        .selectFrom('meToo')
        .select((all) => all.fn.countAll<number>().as('count'))
        .whereRef('meToo.questionId', '=', 'question.id')
        .where('meToo.confirmedAt', 'is not', null)
        .as('others'),
    )
    .where('question.networkId', '=', networkId)

const withMeToo = <T extends { others: number | null }>({ others, ...row }: T) => ({ ...row, meToo: others ?? 0 })

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
    answerId: null,
  }
  return (await tx.insertInto('question').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function findQuestion(db: Db, networkId: string, id: string): Promise<Question | undefined> {
  const row = await questions(db, networkId).where('question.id', '=', id).executeTakeFirst()
  return row && withMeToo(row)
}

/** What everybody may read: confirmed, not withdrawn, and meant to be shared. */
export async function findSharedQuestion(db: Db, networkId: string, id: string): Promise<(Question & { name: string }) | undefined> {
  const row = await questions(db, networkId)
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
  const rows = await questions(db, networkId)
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

/** Neither answered nor withdrawn. What was sent with an RSVP was for that event: a month after it, it waits no more. */
const waitsAt = (now: Temporal.Instant) =>
  sql<boolean>`question.confirmed_at is not null and question.withdrawn_at is null and question.answer_id is null and not exists (
    select from event where event.id = question.rsvp_event_id and event.id = question.event_id and ends_at < ${now.subtract({ hours: 720 })})`

/** What waits for an answer, call by call, for stewards: in their order, then as it was asked. */
export async function listQueue(db: Db, networkId: string, language: Language, now: Temporal.Instant): Promise<Queued[]> {
  const rows = await questions(db, networkId)
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
