import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'

type Same = { questionId: string; personId: string }

/** Notes it; what was confirmed before stays so. */
export const saveMeToo = (
  tx: Tx,
  same: Same,
  { askedAt, confirmedAt }: { askedAt: Temporal.Instant; confirmedAt: Temporal.Instant | null },
) =>
  tx
    .insertInto('meToo')
    .values({ ...same, askedAt, confirmedAt })
    .onConflict((known) =>
      confirmedAt === null
        ? known.columns(['questionId', 'personId']).doNothing()
        : known.columns(['questionId', 'personId']).doUpdateSet({ confirmedAt }).where('meToo.confirmedAt', 'is', null),
    )
    .execute()

export const findMeToo = (db: Db, { questionId, personId }: Same) =>
  db.selectFrom('meToo').selectAll().where('questionId', '=', questionId).where('personId', '=', personId).executeTakeFirst()

export const listMeToosOf = (db: Db, personId: string) => db.selectFrom('meToo').selectAll().where('personId', '=', personId).execute()

export const removeOldMeToos = (db: Db, before: Temporal.Instant) =>
  db.deleteFrom('meToo').where('confirmedAt', 'is', null).where('askedAt', '<', before).execute()

export type Waiting = {
  id: string
  email: string
  language: Language | null
  /** What they asked themselves; null: they have the same challenge as somebody else. */ questionId: string | null
}

/** Whoever asked what this answers, and whoever has the same challenge; each once. */
export async function listWhoWaitFor(db: Db, answerId: string): Promise<Waiting[]> {
  const asker = db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.personId')
    .select(['question.id as questionId', 'person.id', 'person.email', 'person.language'])
    .where('answerId', '=', answerId)
    .where('confirmedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
  const others = db
    .selectFrom('meToo')
    .innerJoin('question', 'question.id', 'meToo.questionId')
    .innerJoin('person', 'person.id', 'meToo.personId')
    .select(['person.id', 'person.email', 'person.language'])
    .where('question.answerId', '=', answerId)
    .where('meToo.confirmedAt', 'is not', null)
  const [askers, same] = [await asker.execute(), await others.execute()]
  const known = new Set(askers.map(({ id }) => id))
  return [
    ...new Map(askers.map((one) => [one.id, one])).values(),
    ...same.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, questionId: null })),
  ]
}
