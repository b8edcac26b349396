import type { Db, Tx } from '#database'
import type { Insertable } from 'kysely'
import type { CodeKind, SignInCodeTable } from './sign-in.tables.ts'

/** Whose codes: those of one kind to one address in one network, and for a new address those of one person. */
export type CodeOf = { networkId: string; kind: CodeKind; email: string; personId: string | null }

const codesOf = (tx: Tx, { networkId, kind, email, personId }: CodeOf, now: Temporal.Instant) =>
  tx
    .selectFrom('signInCode')
    .where('networkId', '=', networkId)
    .where('kind', '=', kind)
    .where('email', '=', email)
    .where('personId', 'is not distinct from', personId)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)

/** The newest wins: with it the earlier ones end. */
export async function saveCode(tx: Tx, code: Insertable<SignInCodeTable> & CodeOf) {
  await tx
    .updateTable('signInCode')
    .set({ endsAt: code.madeAt })
    .where('id', 'in', codesOf(tx, code, code.madeAt).select('id'))
    .execute()
  await tx.insertInto('signInCode').values(code).execute()
}

/** The newest code, if it has tries left. Its row is held, so that five tries at once are five tries. */
export const lockCode = (tx: Tx, of: CodeOf, now: Temporal.Instant) =>
  codesOf(tx, of, now)
    .selectAll()
    .where('triesLeft', '>', 0)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export const saveTriesLeft = (tx: Tx, id: string, triesLeft: number) =>
  tx.updateTable('signInCode').set({ triesLeft }).where('id', '=', id).execute()

export const findCode = (db: Db, networkId: string, id: string) =>
  db.selectFrom('signInCode').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

/** Marks it used and gives it back, to one of those who ask at the same moment. */
export const useCode = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx
    .updateTable('signInCode')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .returningAll()
    .executeTakeFirst()

export const removeEndedCodes = (db: Db, before: Temporal.Instant) => db.deleteFrom('signInCode').where('endsAt', '<', before).execute()
