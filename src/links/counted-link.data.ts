import type { Db, Tx } from '#database'
import type { CountedLinkTable } from './links.tables.ts'

export const saveCountedLinks = (tx: Tx, links: CountedLinkTable[]) =>
  links.length === 0 ? Promise.resolve([]) : tx.insertInto('countedLink').values(links).execute()

export const findCountedLink = (db: Db, networkId: string, id: string) =>
  db.selectFrom('countedLink').select('address').where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

export const countClick = (db: Db, id: string) =>
  db
    .updateTable('countedLink')
    .set((link) => ({ clicks: link('clicks', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const listClicks = (db: Db, contentIds: string[]) =>
  contentIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('countedLink')
        .select(['contentId', 'address', 'clicks'])
        .where('contentId', 'in', contentIds)
        .orderBy('clicks', 'desc')
        .orderBy('address')
        .execute()
