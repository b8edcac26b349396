import { sql, type Selectable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { FormQuestionTable, InEach, QuestionKind } from './rsvp-forms.tables.ts'

export type WrittenQuestion = Selectable<FormQuestionTable> & { answered: number }

/** An event as its form is found: its own questions, and those of its series. */
export type At = { networkId: string; eventId: string; rhythmId: string | null }

const askedAt = (db: Db, { networkId, eventId, rhythmId }: At) =>
  db
    .selectFrom('formQuestion')
    .where('networkId', '=', networkId)
    .where((is) => is.or([is('eventId', '=', eventId), is('rhythmId', '=', rhythmId)]))

/** All questions of an event in their order, those taken out last; how many people have answered each. */
export const listQuestions = (db: Db, at: At): Promise<WrittenQuestion[]> =>
  askedAt(db, at)
    .selectAll()
    .select((of) =>
      of
        .selectFrom('formAnswer')
        .select((all) => all.fn.count<number>('formAnswer.personId').distinct().as('answered'))
        .whereRef('formAnswer.questionId', '=', 'formQuestion.id')
        .$asScalar()
        .as('answered'),
    )
    .orderBy((is) => is('removedAt', 'is not', null))
    .orderBy('place')
    .orderBy('id')
    .$castTo<WrittenQuestion>()
    .execute()

/** Holds the questions to the end of the transaction: their order is changed by one at a time. */
export const lockPlaces = async (tx: Tx, at: At): Promise<string[]> =>
  (await askedAt(tx, at).select('id').where('removedAt', 'is', null).orderBy('place').orderBy('id').forUpdate().execute()).map(
    ({ id }) => id,
  )

export const savePlaces = (tx: Tx, ids: string[]) =>
  sql`update form_question set place = n from unnest(${ids}::uuid[]) with ordinality as put (put_id, n) where id = put_id`.execute(tx)

export type QuestionInput = { isRequired: boolean; words: InEach; options: InEach[]; isForAll: boolean }

export const insertQuestion = (
  tx: Tx,
  at: Omit<At, 'eventId'> & Partial<At>,
  input: QuestionInput & { kind: QuestionKind },
  now: Temporal.Instant,
) =>
  tx
    .insertInto('formQuestion')
    .values({ id: newId(), networkId: at.networkId, kind: input.kind, ...columnsOf(at, input), place: 1000, writtenAt: now })
    .execute()

/** Its kind stays, so that what was answered keeps its sense. */
export const updateQuestion = (db: Db, at: At, id: string, input: QuestionInput) =>
  db.updateTable('formQuestion').set(columnsOf(at, input)).where('networkId', '=', at.networkId).where('id', '=', id).execute()

const columnsOf = (
  { eventId = null, rhythmId }: { eventId?: string | null; rhythmId: string | null },
  { isRequired, words, options, isForAll }: QuestionInput,
) => ({
  eventId: isForAll && rhythmId ? null : eventId,
  rhythmId: (isForAll && rhythmId) || null,
  isRequired,
  words: JSON.stringify(words),
  options: JSON.stringify(options),
})

export const setRemoved = (db: Db, networkId: string, id: string, removedAt: Temporal.Instant | null) =>
  db.updateTable('formQuestion').set({ removedAt }).where('networkId', '=', networkId).where('id', '=', id).execute()
