import { sql } from 'kysely'
import { newId, transaction, type Db } from '#database'
import type { Place } from './place.ts'

/** Without a sign of life for so long, a sender is gone. Signs go by the database's clock, the one clock that all senders share. */
const silence = sql<Temporal.Instant>`now() - interval '10 seconds'`

export async function beginSender(db: Db, place: Place | null): Promise<string> {
  const id = newId()
  await db
    .insertInto('sender')
    .values({ id, seenAt: sql`now()`, place: place && JSON.stringify(place) })
    .execute()
  return id
}

/** A sign of life. False when others have taken this sender for gone: then its claims are theirs. */
export async function saveSenderSeen(db: Db, id: string, trouble: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sender')
    .set({ seenAt: sql`now()`, trouble })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A sender that leaves with nothing in hand is forgotten; one that had to leave in the middle of something is gone, and found so. */
export const endSender = (db: Db, id: string) =>
  db
    .deleteFrom('sender')
    .where('id', '=', id)
    .where('inHand', '=', sql<string[]>`'{}'`)
    .execute()

/**
 * Forgets senders that are gone: the silent ones, or everybody else when this one is known to be alone. What they had in
 * hand is sent once more and marked, since a server may have taken it. Gives how many are in doubt so.
 */
export const takeOverFromGone = (db: Db, { id, isAlone, now }: { id: string; isAlone: boolean; now: Temporal.Instant }): Promise<number> =>
  transaction(db, async (tx) => {
    const gone = await tx
      .deleteFrom('sender')
      .where('id', '<>', id)
      .where((is) => (isAlone ? is.lit(true) : is('seenAt', '<', silence)))
      .returning('inHand')
      .execute()
    const inDoubt = gone.flatMap(({ inHand }) => inHand)
    if (inDoubt.length === 0) return 0
    const { numUpdatedRows } = await tx
      .updateTable('mail')
      .set({ resentAt: now, senderId: null })
      .where('id', 'in', inDoubt)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })

/** Why mail does not leave just now, if it does not. */
export const findTrouble = async (db: Db): Promise<string | null> =>
  (
    await db
      .selectFrom('sender')
      .select('trouble')
      .where('trouble', 'is not', null)
      .where('seenAt', '>', silence)
      .limit(1)
      .executeTakeFirst()
  )?.trouble ?? null
