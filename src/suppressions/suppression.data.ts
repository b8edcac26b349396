import { newId, type Db } from '#database'
import type { Selectable } from 'kysely'
import type { SuppressionReason, SuppressionTable } from './suppressions.tables.ts'

export type Suppression = Selectable<SuppressionTable>

export const listSuppressions = (db: Db, networkId: string, addressHash: Buffer): Promise<Suppression[]> =>
  db
    .selectFrom('suppression')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('addressHash', '=', addressHash)
    .where('endedAt', 'is', null)
    .execute()

export type NewSuppression = { networkId: string; address: string | null; addressHash: Buffer; reason: SuppressionReason; detail: string }

/** Notes why an address gets no more list mail. Whoever is noted already stays noted since the first time. */
export const saveSuppression = (db: Db, suppression: NewSuppression, now: Temporal.Instant) =>
  db
    .insertInto('suppression')
    .values({ ...suppression, id: newId(), since: now, endedAt: null })
    .onConflict((same) => same.columns(['networkId', 'addressHash', 'reason']).where('endedAt', 'is', null).doNothing())
    .execute()

/** The address has confirmed: what it bounced with or was forgotten for is over. A complaint stays; says how many ended. */
export async function endSuppressions(db: Db, networkId: string, addressHash: Buffer, now: Temporal.Instant): Promise<number> {
  const ended = await db
    .updateTable('suppression')
    .set({ endedAt: now })
    .where('networkId', '=', networkId)
    .where('addressHash', '=', addressHash)
    .where('reason', '!=', 'complained')
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(ended.numUpdatedRows)
}

/** Of a person who is forgotten the address goes, and with it all that explains the entry but its reason. */
export const forgetAddress = (db: Db, address: string) =>
  db.updateTable('suppression').set({ address: null, detail: '' }).where('address', '=', address).execute()
