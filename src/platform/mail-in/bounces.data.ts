import type { Db } from '#database'

/** A mail that a bounce may speak of, with the secret that signed the bounce's token. */
export const findBounced = (db: Db, id: string) =>
  db
    .selectFrom('mail')
    .innerJoin('network', 'network.id', 'mail.networkId')
    .select(['mail.id', 'mail.networkId', 'mail.personId', 'mail.toAddress', 'mail.sentAt', 'network.secret'])
    .where('mail.id', '=', id)
    .executeTakeFirst()

/** What a server took and gave back has failed. False when it had been known. */
export async function saveBounced(db: Db, id: string, answer: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'failed', lastAnswer: answer.slice(0, 2000) })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
