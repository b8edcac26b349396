import type { Db, Tx } from '#database'
import type { Comparison } from './comparison.rules.ts'

/** Finished runs of the last year that count, each with who it is of: only for making the comparison. */
export const listComparedRuns = async (db: Db, toolId: string, since: Temporal.Instant) => {
  const runs = await db
    .selectFrom('toolRun')
    .select(['id', 'personId', 'answers', 'finishedAt'])
    .where('toolId', '=', toolId)
    .where('comparedAt', 'is not', null)
    .where('finishedAt', '>=', since)
    .orderBy('id')
    .execute()
  return runs.flatMap(({ personId, finishedAt, ...run }) => (personId && finishedAt ? [{ ...run, personId, finishedAt }] : []))
}

export const listEarlierRunIds = async (db: Db, toolId: string): Promise<string[][]> =>
  (await db.selectFrom('toolComparison').select('runIds').where('toolId', '=', toolId).execute()).map(({ runIds }) => runIds)

export const saveComparison = (tx: Tx, toolId: string, { runIds, shares }: Comparison, madeAt: Temporal.Instant) =>
  tx
    .insertInto('toolComparison')
    .values({ toolId, madeAt, runIds, shares: JSON.stringify(shares) })
    .onConflict((same) => same.doNothing())
    .execute()

/** What is shown now: no word of whose runs they were. */
export const findComparison = (db: Db, toolId: string) =>
  db
    .selectFrom('toolComparison')
    .select(['madeAt', 'shares'])
    .where('toolId', '=', toolId)
    .orderBy('madeAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Holds the tool while its comparison is made, so that two that run at once do not both compare with the same earlier ones. */
export const lockTool = (tx: Tx, toolId: string) => tx.selectFrom('tool').select('id').where('id', '=', toolId).forUpdate().execute()

export const markCompared = (db: Db, runId: string, personId: string, comparedAt: Temporal.Instant | null) =>
  db
    .updateTable('toolRun')
    .set({ comparedAt })
    .where('id', '=', runId)
    .where('personId', '=', personId)
    .where('finishedAt', 'is not', null)
    .execute()
