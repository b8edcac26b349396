import { sql, type Insertable } from 'kysely'
import { newId, type Db } from '#database'
import type { Language } from '#platform/text'
import type { StepTextTable } from './steps.tables.ts'

export type StepReader = { networkId: string; language: Language; /** Whether drafts may be among them. */ drafts?: boolean }

export type Step = Omit<StepTextTable, 'stepId' | 'editedBy'> & {
  id: string
  slug: string
  place: number
  publishedAt: Temporal.Instant | null
}

/** The steps in order, with their words in the reader's language where it exists, otherwise English. */
const stepsFor = (db: Db, { networkId, language, drafts = false }: StepReader) =>
  db
    .selectFrom('step')
    .innerJoinLateral(
      (texts) =>
        texts
          .selectFrom('stepText')
          .select(['language', 'title', 'summary', 'body', 'editedAt'])
          .whereRef('stepText.stepId', '=', 'step.id')
          .orderBy(sql`language = ${language}`, 'desc')
          .orderBy(sql`language = 'en'`, 'desc')
          .limit(1)
          .as('text'),
      (join) => join.onTrue(),
    )
    .select(['step.id', 'slug', 'place', 'publishedAt', 'language', 'title', 'summary', 'body', 'editedAt'])
    .where('networkId', '=', networkId)
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .orderBy('place')

export const listSteps = (db: Db, reader: StepReader): Promise<Step[]> => stepsFor(db, reader).execute()

export const listStepTexts = (db: Db, stepId: string) => db.selectFrom('stepText').selectAll().where('stepId', '=', stepId).execute()

/** Every text of every step, drafts as well. */
export const listAllStepTexts = (db: Db, networkId: string) =>
  db
    .selectFrom('step')
    .innerJoin('stepText', 'stepText.stepId', 'step.id')
    .select(['slug', 'place', 'publishedAt', 'language', 'title', 'summary', 'body'])
    .where('networkId', '=', networkId)
    .orderBy('slug')
    .orderBy('language')
    .execute()

/** Holds the step to the end of the transaction: of two people who save at once, the second is told. */
export const lockStep = (db: Db, networkId: string, slug: string) =>
  db.selectFrom('step').select('id').where('networkId', '=', networkId).where('slug', '=', slug).forUpdate().executeTakeFirst()

export const beginStepRow = (db: Db, step: { networkId: string; slug: string; place: number; publishedAt: Temporal.Instant | null }) =>
  db
    .insertInto('step')
    .values({ id: newId(), ...step })
    .returning('id')
    .executeTakeFirstOrThrow()

export const saveStepTextRow = (db: Db, text: Insertable<StepTextTable>) =>
  db
    .insertInto('stepText')
    .values(text)
    .onConflict((same) => same.columns(['stepId', 'language']).doUpdateSet(text))
    .execute()
