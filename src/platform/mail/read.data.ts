import type { Db } from '#database'

/** A mail whole, to be read. */
export const findMail = (db: Db, networkId: string, id: string) =>
  db
    .selectFrom('mail')
    .leftJoin('mailContent', 'mailContent.id', 'mail.contentId')
    .selectAll('mail')
    .select('mailContent.pausedAt')
    .where('mail.id', '=', id)
    .where('mail.networkId', '=', networkId)
    .executeTakeFirst()
