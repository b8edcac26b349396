import type { Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { Answers } from './reading.rules.ts'
import type { ToolRunTable } from './tools.tables.ts'

export const saveRun = (tx: Tx, run: Omit<Insertable<ToolRunTable>, 'answers'> & { answers: Answers }) =>
  tx
    .insertInto('toolRun')
    .values({ ...run, answers: JSON.stringify(run.answers) })
    .execute()

export const findRun = (db: Db, networkId: string, id: string) =>
  db.selectFrom('toolRun').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

/** What is finished stays as it is: false when it was, or is gone. */
export async function changeDraft(
  tx: Tx,
  id: string,
  change: { answers: Answers; savedAt: Temporal.Instant; finishedAt: Temporal.Instant | null },
) {
  const { numUpdatedRows } = await tx
    .updateTable('toolRun')
    .set({ ...change, answers: JSON.stringify(change.answers) })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What one team finished with one tool, oldest first. */
export const listRunsOfTeam = (db: Db, { toolId, teamId }: { toolId: string; teamId: string }) =>
  db
    .selectFrom('toolRun')
    .innerJoin('toolVersion', (join) =>
      join.onRef('toolVersion.toolId', '=', 'toolRun.toolId').onRef('toolVersion.number', '=', 'toolRun.version'),
    )
    .select(['toolRun.id', 'answers', 'finishedAt', 'definition'])
    .where('toolRun.toolId', '=', toolId)
    .where('teamId', '=', teamId)
    .where('finishedAt', 'is not', null)
    .orderBy('finishedAt')
    .orderBy('toolRun.id')
    .limit(100)
    .execute()

export const listRunsOf = (db: Db, personId: string) =>
  db
    .selectFrom('toolRun')
    .innerJoin('tool', 'tool.id', 'toolRun.toolId')
    .innerJoin('toolVersion', (join) =>
      join.onRef('toolVersion.toolId', '=', 'toolRun.toolId').onRef('toolVersion.number', '=', 'toolRun.version'),
    )
    .select(['toolRun.id', 'slug', 'definition', 'answers', 'savedAt', 'finishedAt'])
    .where('personId', '=', personId)
    .orderBy('toolRun.id', 'desc')
    .limit(500)
    .execute()

export const removeRun = (db: Db, id: string) => db.deleteFrom('toolRun').where('id', '=', id).execute()

export const removeOldDrafts = (db: Db, before: Temporal.Instant) =>
  db.deleteFrom('toolRun').where('finishedAt', 'is', null).where('savedAt', '<', before).execute()
