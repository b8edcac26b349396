import { newId, type Db } from '#database'
import { sql, type Selectable } from 'kysely'
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

export type NewSuppression = {
  networkId: string
  address: string | null
  addressHash: Buffer
  reason: SuppressionReason
  detail: string
  addedBy?: string
}

/** Notes why an address gets no more list mail. Whoever is noted already stays noted since the first time. */
export const saveSuppression = (db: Db, suppression: NewSuppression, now: Temporal.Instant) =>
  db
    .insertInto('suppression')
    .values({ ...suppression, id: newId(), since: now, endedAt: null })
    .onConflict((same) => same.columns(['networkId', 'addressHash', 'reason']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()

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
  db.updateTable('suppression').set({ address: null, detail: '', endedBecause: '' }).where('address', '=', address).execute()

export type SuppressionSearch = { q: string; reason: SuppressionReason | null; before: string | null }

/** Addresses that get no mail just now, those of late first. Who was forgotten is not among them. */
export const listSuppressed = (db: Db, networkId: string, { q, reason, before, limit }: SuppressionSearch & { limit: number }) =>
  db
    .selectFrom('suppression')
    .select(['id', 'address', 'reason', 'since', 'detail'])
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .where('address', 'is not', null)
    .$if(q !== '', (of) => of.where('address', 'ilike', `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`))
    .$if(reason !== null, (of) => of.where('reason', '=', reason ?? 'bounced'))
    .$if(before !== null, (of) => of.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** How many there are for each reason; of those who were forgotten this number is all that is kept. */
export const countSuppressed = (db: Db, networkId: string) =>
  db
    .selectFrom('suppression')
    .select((of) => ['reason', of.fn.countAll<number>().as('count'), of.fn.count<number>('address').as('named')])
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .groupBy('reason')
    .execute()

/** One entry with who added and who undid it. An address without a name left is not shown to anybody. */
export const findSuppression = (db: Db, networkId: string, id: string) =>
  db
    .selectFrom('suppression')
    .leftJoin('person as adder', 'adder.id', 'suppression.addedBy')
    .leftJoin('person as ender', 'ender.id', 'suppression.endedBy')
    .selectAll('suppression')
    .select([nameOf('adder').as('adder'), nameOf('ender').as('ender')])
    .where('suppression.networkId', '=', networkId)
    .where('suppression.id', '=', id)
    .where('suppression.address', 'is not', null)
    .executeTakeFirst()

/** What has been of this address before, the latest first. */
export const listEarlier = (db: Db, { networkId, addressHash, id }: { networkId: string; addressHash: Buffer; id: string }) =>
  db
    .selectFrom('suppression')
    .leftJoin('person as ender', 'ender.id', 'suppression.endedBy')
    .select(['suppression.id', 'reason', 'since', 'endedAt', 'endedBecause', nameOf('ender').as('ender')])
    .where('networkId', '=', networkId)
    .where('addressHash', '=', addressHash)
    .where('suppression.id', '!=', id)
    .orderBy('suppression.id', 'desc')
    .limit(20)
    .execute()

const nameOf = (whose: 'adder' | 'ender') =>
  sql<
    string | null
  >`coalesce(nullif(trim(concat_ws(' ', ${sql.ref(`${whose}.firstName`)}, ${sql.ref(`${whose}.lastName`)})), ''), ${sql.ref(`${whose}.email`)})`

export type Ending = { id: string; by: string; because: string }

/** False when somebody else, or the address itself, was quicker. */
export async function saveEnded(db: Db, { id, by, because }: Ending, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('suppression')
    .set({ endedAt: now, endedBy: by, endedBecause: because })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
