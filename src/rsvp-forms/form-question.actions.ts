import { transaction, type Db } from '#database'
import { insertQuestion, lockPlaces, savePlaces, type At, type QuestionInput } from './form-question.data.ts'
import type { QuestionKind } from './rsvp-forms.tables.ts'

export const mostQuestions = 20

/** Adds a question at the end of the form; false when there are too many to be read. */
export const addQuestion = (db: Db, at: At, input: QuestionInput & { kind: QuestionKind }, now: Temporal.Instant): Promise<boolean> =>
  transaction(db, async (tx) => {
    if ((await lockPlaces(tx, at)).length >= mostQuestions) return false
    await insertQuestion(tx, at, input, now)
    await savePlaces(tx, await lockPlaces(tx, at))
    return true
  })

/** Moves a question before the one above it, or behind the one below. At the end of the row nothing moves. */
export const moveQuestion = (db: Db, at: At, { id, by }: { id: string; by: -1 | 1 }): Promise<void> =>
  transaction(db, async (tx) => {
    const ids = await lockPlaces(tx, at)
    const place = ids.indexOf(id)
    const other = ids[place + by]
    if (place < 0 || other === undefined) return
    await savePlaces(
      tx,
      ids.map((one) => (one === id ? other : one === other ? id : one)),
    )
  })
