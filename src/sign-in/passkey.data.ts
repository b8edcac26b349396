import { newId, type Db, type Tx } from '#database'
import type { Insertable } from 'kysely'
import type { PasskeyTable } from './sign-in.tables.ts'

export const listPasskeys = (db: Db, personId: string) =>
  db.selectFrom('passkey').selectAll().where('personId', '=', personId).orderBy('madeAt').orderBy('id').execute()

export const findPasskey = (db: Db, credentialId: string) =>
  db.selectFrom('passkey').selectAll().where('credentialId', '=', credentialId).executeTakeFirst()

export type NewPasskey = Pick<Insertable<PasskeyTable>, 'personId' | 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name'>

/** Says whether it is new: a credential belongs to one person and is kept once. */
export async function savePasskey(db: Db, passkey: NewPasskey, now: Temporal.Instant): Promise<boolean> {
  const saved = await db
    .insertInto('passkey')
    .values({ id: newId(), ...passkey, madeAt: now })
    .onConflict((same) => same.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export const savePasskeyUse = (db: Db, id: string, counter: number, now: Temporal.Instant) =>
  db.updateTable('passkey').set({ counter, usedAt: now }).where('id', '=', id).execute()

export const savePasskeyName = (db: Db, personId: string, id: string, name: string) =>
  db.updateTable('passkey').set({ name }).where('personId', '=', personId).where('id', '=', id).executeTakeFirst()

export const removePasskey = (db: Db, personId: string, id: string) =>
  db.deleteFrom('passkey').where('personId', '=', personId).where('id', '=', id).executeTakeFirst()

/** Holds the person's passkeys while one is added. */
export const lockPasskeys = (tx: Tx, personId: string) =>
  tx.selectFrom('passkey').select('id').where('personId', '=', personId).forUpdate().execute()
