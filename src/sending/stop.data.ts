import { newId, type Db, type Tx } from '#database'
import type { Insertable, Selectable } from 'kysely'
import type { EditionStopTable } from './sending.tables.ts'

export type Stop = Selectable<EditionStopTable>

/** Why the edition stands still just now, if somebody or something stopped it. */
export const findStop = (db: Db, editionId: string): Promise<Stop | undefined> =>
  db.selectFrom('editionStop').selectAll().where('editionId', '=', editionId).where('endedAt', 'is', null).executeTakeFirst()

export type NewStop = Omit<Insertable<EditionStopTable>, 'id' | 'stoppedAt'>

/** False when it is stopped already. */
export async function saveStop(tx: Tx, stop: NewStop, now: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('editionStop')
    .values({ ...stop, id: newId(), stoppedAt: now })
    .onConflict((same) => same.column('editionId').where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const saveStopEnded = (tx: Tx, editionId: string, endedBy: string, now: Temporal.Instant) =>
  tx.updateTable('editionStop').set({ endedAt: now, endedBy }).where('editionId', '=', editionId).where('endedAt', 'is', null).execute()
