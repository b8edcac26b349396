import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Help } from './office-hours.tables.ts'

/** Who was told of an answer, and is asked in a month. */
export async function saveTold(
  tx: Tx,
  { answerId, personIds }: { answerId: string; personIds: string[] },
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .insertInto('answerOutcome')
    .values(personIds.map((personId) => ({ answerId, personId, toldAt: now, said: null, saidAt: null })))
    .onConflict((same) => same.columns(['answerId', 'personId']).doNothing())
    .execute()
}

export type ToAsk = { answerId: string; id: string; email: string; language: Language | null }

/** Whoever was told of a published answer in this time and has said nothing yet. */
export const listToAsk = (
  db: Db,
  networkId: string,
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
): Promise<ToAsk[]> =>
  db
    .selectFrom('answerOutcome')
    .innerJoin('answer', 'answer.id', 'answerOutcome.answerId')
    .innerJoin('person', 'person.id', 'answerOutcome.personId')
    .select(['answerId', 'person.id', 'person.email', 'person.language'])
    .where('answer.networkId', '=', networkId)
    .where('answer.publishedAt', 'is not', null)
    .where('toldAt', '>', from)
    .where('toldAt', '<=', until)
    .where('said', 'is', null)
    .orderBy('answerId')
    .limit(1000)
    .execute()

export const findOutcome = (db: Db, { answerId, personId }: { answerId: string; personId: string }) =>
  db.selectFrom('answerOutcome').selectAll().where('answerId', '=', answerId).where('personId', '=', personId).executeTakeFirst()

/** One may think better of it; the last word counts. */
export const saveOutcome = (db: Db, { answerId, personId }: { answerId: string; personId: string }, said: Help, now: Temporal.Instant) =>
  db.updateTable('answerOutcome').set({ said, saidAt: now }).where('answerId', '=', answerId).where('personId', '=', personId).execute()

export const listOutcomesOf = (db: Db, personId: string) =>
  db.selectFrom('answerOutcome').selectAll().where('personId', '=', personId).execute()
