import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Selectable } from 'kysely'
import type { Columns } from './columns.rules.ts'
import type { Found } from './found.ts'
import type { ImportTable, UndoCounts } from './imports.tables.ts'
import type { Counts } from './verdict.rules.ts'

export type Import = Selectable<ImportTable>

export type NewImport = { id: string; networkId: string; begunBy: string | null; fileName: string; found: Found }

export const saveImport = (db: Db, { found, ...begun }: NewImport, now: Temporal.Instant) =>
  db
    .insertInto('import')
    .values({ ...begun, begunAt: now, found: JSON.stringify(found), columns: null, checked: null, taken: null, undone: null })
    .execute()

export const findImport = (db: Db, networkId: string, id: string): Promise<Import | undefined> =>
  db.selectFrom('import').selectAll().where('id', '=', id).where('networkId', '=', networkId).executeTakeFirst()

/** The import behind a job, in whatever network it was begun. */
export const findImportById = (db: Db, id: string): Promise<Import | undefined> =>
  db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the import to the end of the transaction: two workers never take the same rows. */
export const lockImport = (tx: Tx, id: string): Promise<Import | undefined> =>
  tx.selectFrom('import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/**
 * Each batch is planned for what it holds: by a plan made once for few rows, thousands would be gone through for each of thousands.
 * And its people are looked up by their index, as they are at hand, rather than all people read for each batch.
 */
export const planForMany = (tx: Tx) =>
  sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('random_page_cost', '1.1', true)`.execute(tx)

export const listImports = (db: Db, networkId: string) =>
  db
    .selectFrom('import')
    .leftJoin('person', 'person.id', 'import.begunBy')
    .selectAll('import')
    .select(['person.firstName', 'person.lastName'])
    .where('import.networkId', '=', networkId)
    .orderBy('import.begunAt', 'desc')
    .orderBy('import.id', 'desc')
    .limit(100)
    .execute()

export type Description = { columns: Columns; listId: string; origin: string; wording: string }

/** Keeps what the steward says of the file; whatever was read of it before is read anew. */
export const saveDescription = (tx: Tx, id: string, { columns, ...said }: Description, now: Temporal.Instant) =>
  tx
    .updateTable('import')
    .set({ ...said, columns: JSON.stringify(columns), checkingBeganAt: now, checkedAt: null, checked: null, fault: null, readRows: 0 })
    .set({ movedAt: sql`clock_timestamp()`, runId: newId() })
    .where('id', '=', id)
    .execute()

/** Begins to read the file, in place of whoever read it before. */
export async function saveRun(tx: Tx, id: string, runId: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ runId, readRows: 0, movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('importRow').where('importId', '=', id).execute()
  await tx.deleteFrom('importFault').where('importId', '=', id).execute()
}

/** Notes how far the reading has come; false when somebody else reads by now. */
export async function saveRead(tx: Tx, { id, runId }: { id: string; runId: string }, readRows: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import')
    .set({ readRows, movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('runId', '=', runId)
    .where('checkedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const saveChecked = (
  db: Db,
  { id, runId }: { id: string; runId: string },
  done: { checked: Counts } | { fault: string },
  now: Temporal.Instant,
) =>
  db
    .updateTable('import')
    .set('checked' in done ? { checked: JSON.stringify(done.checked), checkedAt: now } : { fault: done.fault, checkingBeganAt: null })
    .set({ movedAt: null })
    .where('id', '=', id)
    .where('runId', '=', runId)
    .execute()

export const saveTakingBegan = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx
    .updateTable('import')
    .set({ takingBeganAt: now, taken: '{}', lastNumber: 0, movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()

export const saveTaken = (tx: Tx, id: string, { lastNumber, taken }: { lastNumber: number; taken: Counts }) =>
  tx
    .updateTable('import')
    .set({ lastNumber, taken: JSON.stringify(taken), movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()

export const saveTakingEnded = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.updateTable('import').set({ takenAt: now, movedAt: null }).where('id', '=', id).execute()

export const saveUndoingBegan = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx
    .updateTable('import')
    .set({ undoingBeganAt: now, undone: JSON.stringify({ back: 0, stay: 0 }), lastNumber: 0, movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()

export const saveUndone = (tx: Tx, id: string, { lastNumber, undone }: { lastNumber: number; undone: UndoCounts }) =>
  tx
    .updateTable('import')
    .set({ lastNumber, undone: JSON.stringify(undone), movedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()

export const saveUndoingEnded = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.updateTable('import').set({ undoneAt: now, movedAt: null }).where('id', '=', id).execute()

export async function removeImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('importRow').where('importId', '=', id).execute()
  await tx.deleteFrom('import').where('id', '=', id).execute()
}

/** Work that was broken off: for half a minute nobody has moved it. By the database's clock, which all machines share. */
export const listStalled = (db: Db) =>
  db
    .selectFrom('import')
    .selectAll()
    .where('movedAt', '<', sql<Temporal.Instant>`clock_timestamp() - interval '30 seconds'`)
    .execute()

/** Imports that were never taken and lie about since then. */
export const listAbandoned = (db: Db, begunBefore: Temporal.Instant) =>
  db.selectFrom('import').select('id').where('takingBeganAt', 'is', null).where('begunAt', '<', begunBefore).execute()

/** What is kept to take an import back goes after a while, and with it the rows that could not be read. */
export async function forgetRows(tx: Tx, takenBefore: Temporal.Instant): Promise<void> {
  const old = tx.selectFrom('import').select('id').where('takenAt', '<', takenBefore)
  await tx.deleteFrom('importRow').where('importId', 'in', old).execute()
  await tx.deleteFrom('importFault').where('importId', 'in', old).execute()
}
