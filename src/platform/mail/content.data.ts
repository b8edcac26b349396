import type { Db } from '#database'

export const findContent = (db: Db, id: string) => db.selectFrom('mailContent').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** The network a mail speaks for: its name, its look, and the secret of its signed links. */
export const findNetworkOfMail = (db: Db, id: string) => db.selectFrom('network').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
