import type { Db } from '#database'

/** A mail whole, to be read. */
export const findMail = (db: Db, networkId: string, id: string) =>
  db.selectFrom('mail').selectAll().where('id', '=', id).where('networkId', '=', networkId).executeTakeFirst()
