import type { Db } from '#database'

/** In which language a content is, and under which subject it goes. */
export const findContentLanguage = (db: Db, contentId: string) =>
  db.selectFrom('mailContent').select(['language', 'subject']).where('id', '=', contentId).executeTakeFirstOrThrow()
