import type { Db, Tx } from '#database'

/** How many ways in this person has, and how many are open: for my page. */
export async function countWaysIn(db: Db, personId: string, now: Temporal.Instant) {
  const { passkeys, sessions } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('passkey').select(fn.countAll<number>().as('n')).where('personId', '=', personId).as('passkeys'),
      selectFrom('session').select(fn.countAll<number>().as('n')).where('personId', '=', personId).where('endsAt', '>', now).as('sessions'),
    ])
    .executeTakeFirstOrThrow()
  return { passkeys: passkeys ?? 0, sessions: sessions ?? 0 }
}

export const listSessionsKept = (db: Db, personId: string) =>
  db
    .selectFrom('session')
    .select(['browser', 'system', 'beganAt', 'seenAt', 'endsAt'])
    .where('personId', '=', personId)
    .orderBy('beganAt')
    .execute()

export const listPasskeysKept = (db: Db, personId: string) =>
  db.selectFrom('passkey').select(['name', 'madeAt', 'usedAt']).where('personId', '=', personId).orderBy('madeAt').execute()

/** Codes belong to an address, so they do not go with the person's row by themselves. */
export const removeCodesTo = (tx: Tx, personId: string) =>
  tx
    .deleteFrom('signInCode')
    .where('email', '=', ({ selectFrom }) => selectFrom('person').select('email').where('id', '=', personId))
    .execute()
