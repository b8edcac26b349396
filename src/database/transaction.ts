import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'

export type Tx = Transaction<Schema>

const afterwards = new WeakMap<Db, (() => void)[]>()

/**
 * Runs the work so that all of it is kept or none. Inside another transaction it becomes a savepoint,
 * which is how each test is rolled back whole.
 */
export function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? inSavepoint(db as Tx, work) : inTransaction(db, work)
}

/** Reads what many rows tell with room to hold them, and with a second processor where there is one. */
export const readMany = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(db, async (tx) => {
    await sql`select set_config('work_mem', '48MB', true), set_config('max_parallel_workers_per_gather', '2', true)`.execute(tx)
    return work(tx)
  })

/** Calls back once the transaction is kept, and never if it is not: for what lives outside the database. */
export function afterCommit(tx: Tx, call: () => void) {
  const calls = afterwards.get(tx)
  if (calls) calls.push(call)
  else afterwards.set(tx, [call])
}

async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>) {
  let calls: (() => void)[] = []
  const result = await db.transaction().execute(async (tx) => {
    const done = await work(tx)
    calls = afterwards.get(tx) ?? []
    return done
  })
  for (const call of calls) call()
  return result
}

async function inSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>) {
  const outer = afterwards.get(tx)
  afterwards.delete(tx)
  await sql`savepoint work`.execute(tx)
  try {
    const result = await work(tx)
    await sql`release savepoint work`.execute(tx)
    for (const call of afterwards.get(tx) ?? []) call()
    return result
  } catch (error) {
    await sql`rollback to savepoint work`.execute(tx)
    throw error
  } finally {
    if (outer) afterwards.set(tx, outer)
    else afterwards.delete(tx)
  }
}
