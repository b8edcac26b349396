import { sql, type Insertable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import { everything, standsUnder, type Narrowing } from '#topics'
import type { AnswerTextTable, Help } from './office-hours.tables.ts'

/** Whose answers, in whose language, and whether drafts may be among them. */
export type AnswerReader = {
  networkId: string
  language: Language
  drafts?: boolean
  /** Only those under a step or subject. */ under?: Narrowing
}

export type Answer = Omit<AnswerTextTable, 'answerId' | 'editedBy' | 'searched'> & {
  id: string
  slug: string
  begunAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
}

/** Answers with their words in the reader's language where it exists, otherwise English; the newest first. */
const answersFor = (db: Db, { networkId, language, drafts = false, under = everything }: AnswerReader) =>
  db
    .selectFrom('answer')
    .innerJoinLateral(
      (texts) =>
        texts
          .selectFrom('answerText')
          .select(['language', 'title', 'summary', 'asked', 'body', 'editedAt'])
          .whereRef('answerText.answerId', '=', 'answer.id')
          .orderBy(sql`language = ${language}`, 'desc')
          .orderBy(sql`language = 'en'`, 'desc')
          .limit(1)
          .as('text'),
      (join) => join.onTrue(),
    )
    .select(['answer.id', 'slug', 'begunAt', 'publishedAt', 'language', 'title', 'summary', 'asked', 'body', 'editedAt'])
    .where('networkId', '=', networkId)
    .where(standsUnder('answers', under))
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .orderBy(sql`published_at desc nulls first`)
    .orderBy('answer.id', 'desc')

export type Page = { limit: number; offset: number }

/** One page of them, and how many there are in all. */
export async function listAnswers(db: Db, reader: AnswerReader, { limit, offset }: Page): Promise<{ answers: Answer[]; inAll: number }> {
  const rows = await answersFor(db, reader)
    .select((of) => of.fn.countAll<number>().over().as('inAll'))
    .limit(limit)
    .offset(offset)
    .execute()
  return { answers: rows, inAll: rows[0]?.inAll ?? 0 }
}

const config = (language: Language) => sql.raw(language === 'es' ? `'pg_catalog.spanish'` : `'pg_catalog.english'`)

/** Those that speak of all that is asked, or of any of it, the most fitting first. */
export async function searchAnswers(
  db: Db,
  reader: AnswerReader,
  { asked, any = false, limit, offset }: Page & { asked: string; any?: boolean },
): Promise<{ answers: Answer[]; inAll: number }> {
  const query = (language: Language) => {
    const all = sql`websearch_to_tsquery(${config(language)}, ${asked})`
    return any ? sql`replace(${all}::text, ' & ', ' | ')::tsquery` : all
  }
  const found = db
    .selectFrom('answerText')
    .select('answerId')
    .select(sql<number>`max(ts_rank(searched, case language when 'es' then ${query('es')} else ${query('en')} end))`.as('weight'))
    .where(sql<boolean>`((language = 'en' and searched @@ ${query('en')}) or (language = 'es' and searched @@ ${query('es')}))`)
    .groupBy('answerId')
  const rows = await answersFor(db, reader)
    .innerJoin(found.as('found'), 'found.answerId', 'answer.id')
    .select((of) => of.fn.countAll<number>().over().as('inAll'))
    .clearOrderBy()
    .orderBy('found.weight', 'desc')
    .orderBy('answer.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { answers: rows, inAll: rows[0]?.inAll ?? 0 }
}

export const findAnswer = (db: Db, reader: AnswerReader, slug: string): Promise<Answer | undefined> =>
  answersFor(db, reader).where('slug', '=', slug).executeTakeFirst()

/** In each language it was written in; for mails to readers of several. */
export const findAnswerById = (db: Db, reader: AnswerReader, id: string): Promise<Answer | undefined> =>
  answersFor(db, reader).where('answer.id', '=', id).executeTakeFirst()

/** The newest published: those after `since` when it is given. */
export const listNewestAnswers = (
  db: Db,
  reader: Omit<AnswerReader, 'drafts'>,
  limit: number,
  since?: Temporal.Instant,
): Promise<Answer[]> =>
  answersFor(db, reader)
    .$if(since !== undefined, (query) => query.where('publishedAt', '>', since ?? null))
    .limit(limit)
    .execute()

export const findAnswerText = (db: Db, answerId: string, language: Language) =>
  db.selectFrom('answerText').selectAll().where('answerId', '=', answerId).where('language', '=', language).executeTakeFirst()

export const listAnswerLanguages = async (db: Db, answerId: string): Promise<Language[]> =>
  (await db.selectFrom('answerText').select('language').where('answerId', '=', answerId).execute()).map((text) => text.language)

/** Addresses that begin like this one and are taken already. */
export const listAnswerSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('answer').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    ({ slug }) => slug,
  )

/** Makes one without words yet; undefined when the address was taken meanwhile. */
export const beginAnswerRow = (
  db: Db,
  answer: { networkId: string; slug: string; publishedAt: Temporal.Instant | null },
  now: Temporal.Instant,
) =>
  db
    .insertInto('answer')
    .values({ id: newId(), begunAt: now, ...answer })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** Holds it to the end of the transaction: of two people who save at once, the second is told. */
export const lockAnswer = (tx: Tx, networkId: string, slug: string) =>
  tx
    .selectFrom('answer')
    .select(['id', 'slug', 'publishedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

export const saveAnswerText = (db: Db, text: Insertable<AnswerTextTable>) =>
  db
    .insertInto('answerText')
    .values(text)
    .onConflict((same) => same.columns(['answerId', 'language']).doUpdateSet(text))
    .execute()

export const saveAnswerPublished = (db: Db, id: string, publishedAt: Temporal.Instant | null) =>
  db.updateTable('answer').set({ publishedAt }).where('id', '=', id).execute()

export const removeAnswerText = (db: Db, answerId: string, language: Language) =>
  db.deleteFrom('answerText').where('answerId', '=', answerId).where('language', '=', language).execute()

export const removeAnswer = (db: Db, id: string) => db.deleteFrom('answer').where('id', '=', id).execute()

export type Outcomes = Record<Help, number>

/** How many said what. */
export async function countOutcomes(db: Db, answerId: string): Promise<Outcomes> {
  const rows = await db
    .selectFrom('answerOutcome')
    .select(['said', (of) => of.fn.countAll<number>().as('count')])
    .where('answerId', '=', answerId)
    .where('said', 'is not', null)
    .groupBy('said')
    .execute()
  return { yes: 0, some: 0, no: 0, ...Object.fromEntries(rows.map(({ said, count }) => [said, count])) }
}
