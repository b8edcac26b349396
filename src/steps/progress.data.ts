import type { Db, Tx } from '#database'

type Whose = { personId: string; networkId: string }

/** The step they marked, and what they ticked there. */
export async function findStanding(db: Db, { personId, networkId }: Whose): Promise<{ stepId: string; done: number[] } | undefined> {
  const marked = db.selectFrom('stepStanding').select('stepId').where('personId', '=', personId).where('networkId', '=', networkId)
  const standing = await marked.executeTakeFirst()
  return standing && { ...standing, done: await listDone(db, personId, standing.stepId) }
}

const listDone = async (db: Db, personId: string, stepId: string): Promise<number[]> =>
  (
    await db
      .selectFrom('stepDone')
      .select('number')
      .where('personId', '=', personId)
      .where('stepId', '=', stepId)
      .orderBy('number')
      .execute()
  ).map(({ number }) => number)

export const saveStanding = (db: Db, standing: Whose & { stepId: string; markedAt: Temporal.Instant }) =>
  db
    .insertInto('stepStanding')
    .values(standing)
    .onConflict((same) => same.columns(['personId', 'networkId']).doUpdateSet(standing))
    .execute()

export const removeStanding = (db: Db, { personId, networkId }: Whose) =>
  db.deleteFrom('stepStanding').where('personId', '=', personId).where('networkId', '=', networkId).execute()

export async function removeDone(tx: Tx, personId: string, stepId: string, kept: number[]): Promise<void> {
  const all = tx.deleteFrom('stepDone').where('personId', '=', personId).where('stepId', '=', stepId)
  await (kept.length > 0 ? all.where('number', 'not in', kept) : all).execute()
}

/** What was done before keeps its moment. */
export async function saveDone(
  tx: Tx,
  done: { personId: string; stepId: string; number: number; doneAt: Temporal.Instant }[],
): Promise<void> {
  if (done.length === 0) return
  await tx
    .insertInto('stepDone')
    .values(done)
    .onConflict((same) => same.doNothing())
    .execute()
}

/** Everybody's ticks at a step, to be moved with what they stand at. */
export const takeAllDone = (tx: Tx, stepId: string) => tx.deleteFrom('stepDone').where('stepId', '=', stepId).returningAll().execute()

export const listStandingsOf = (db: Db, personId: string) =>
  db
    .selectFrom('stepStanding')
    .innerJoin('step', 'step.id', 'stepStanding.stepId')
    .select(['step.slug as step', 'markedAt'])
    .where('personId', '=', personId)
    .execute()

export const listAllDoneOf = (db: Db, personId: string) =>
  db
    .selectFrom('stepDone')
    .innerJoin('step', 'step.id', 'stepDone.stepId')
    .select(['step.slug as step', 'number', 'doneAt'])
    .where('personId', '=', personId)
    .orderBy('step.place')
    .orderBy('number')
    .execute()
