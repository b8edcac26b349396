import type { Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { DkimKeyTable } from './dkim.tables.ts'
import type { KeptKey } from './dkim.rules.ts'

/** Never the private half: what is listed may be shown. */
const shown = ['domain', 'selector', 'algorithm', 'publicKey', 'madeAt', 'seenAt', 'signsSince', 'restsSince'] as const

export const listKeys = (db: Db, domain: string): Promise<KeptKey[]> =>
  db.selectFrom('dkimKey').select(shown).where('domain', '=', domain).orderBy('madeAt', 'desc').orderBy('selector').execute()

/** Holds the keys of a domain to the end of the transaction: two who check at once let a key begin once. */
export const lockKeys = (tx: Tx, domain: string): Promise<KeptKey[]> =>
  tx.selectFrom('dkimKey').select(shown).where('domain', '=', domain).orderBy('selector').forUpdate().execute()

/** The one query that reads private halves: those of the keys that sign now. */
export const listSigningKeys = (db: Db, domain: string) =>
  db
    .selectFrom('dkimKey')
    .select(['selector', 'algorithm', 'privateKey'])
    .where('domain', '=', domain)
    .where('signsSince', 'is not', null)
    .where('restsSince', 'is', null)
    .where((is) => is.not(is.exists(is.selectFrom('dkimHold').select('domain').where('domain', '=', domain))))
    .orderBy('algorithm')
    .execute()

/** One key of an algorithm waits at a time. Gives how many were new. */
export async function saveKeys(db: Db, keys: Insertable<DkimKeyTable>[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('dkimKey')
    .values(keys)
    .onConflict((same) => same.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export const saveSeen = (db: Db, { domain, selector }: KeptKey, seenAt: Temporal.Instant | null) =>
  db.updateTable('dkimKey').set({ seenAt }).where('domain', '=', domain).where('selector', '=', selector).execute()

export const saveSigning = (tx: Tx, { domain, selector }: KeptKey, now: Temporal.Instant) =>
  tx.updateTable('dkimKey').set({ signsSince: now }).where('domain', '=', domain).where('selector', '=', selector).execute()

/** What rests never signs again: its private half is forgotten. */
export const saveResting = (tx: Tx, { domain, selector }: KeptKey, now: Temporal.Instant) =>
  tx
    .updateTable('dkimKey')
    .set({ restsSince: now, privateKey: null })
    .where('domain', '=', domain)
    .where('selector', '=', selector)
    .execute()

export const removeKeysRestingSince = (db: Db, domain: string, before: Temporal.Instant) =>
  db.deleteFrom('dkimKey').where('domain', '=', domain).where('restsSince', '<', before).execute()

export const isHeld = async (db: Db, domain: string): Promise<boolean> =>
  (await db.selectFrom('dkimHold').select('domain').where('domain', '=', domain).executeTakeFirst()) !== undefined

export const saveHold = (db: Db, domain: string, now: Temporal.Instant) =>
  db
    .insertInto('dkimHold')
    .values({ domain, since: now })
    .onConflict((same) => same.doNothing())
    .execute()

export const removeHold = (db: Db, domain: string) => db.deleteFrom('dkimHold').where('domain', '=', domain).execute()
