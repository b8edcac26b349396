import type { Db, Tx } from '#database'
import type { SlidePageTable } from './recordings.tables.ts'

export type SlidePage = Omit<SlidePageTable, 'webinarId'>

export const listSlidePages = (db: Db, webinarId: string): Promise<SlidePage[]> =>
  db
    .selectFrom('slidePage')
    .select(['page', 'file', 'bytes', 'width', 'height', 'words'])
    .where('webinarId', '=', webinarId)
    .orderBy('page')
    .execute()

export const findSlidePage = (db: Db, webinarId: string, page: number): Promise<SlidePage | undefined> =>
  db
    .selectFrom('slidePage')
    .select(['page', 'file', 'bytes', 'width', 'height', 'words'])
    .where('webinarId', '=', webinarId)
    .where('page', '=', page)
    .executeTakeFirst()

export type Undrawn = { webinarId: string; file: string }

/** PDFs whose pages nobody has drawn yet. */
export const listUndrawn = (db: Db): Promise<Undrawn[]> =>
  db
    .selectFrom('slideDeck')
    .select(['webinarId', 'file'])
    .where('pages', 'is', null)
    .where('mediaType', '=', 'application/pdf')
    .orderBy('keptAt')
    .limit(10)
    .execute()

/** Holds the slides to the end of the transaction, while they wait; undefined when others were put in their place, or are drawn. */
export const lockUndrawn = (tx: Tx, { webinarId, file }: Undrawn) =>
  tx
    .selectFrom('slideDeck')
    .select('webinarId')
    .where('webinarId', '=', webinarId)
    .where('file', '=', file)
    .where('pages', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function saveSlidePages(tx: Tx, webinarId: string, pages: SlidePage[]): Promise<void> {
  await tx.deleteFrom('slidePage').where('webinarId', '=', webinarId).execute()
  if (pages.length > 0)
    await tx
      .insertInto('slidePage')
      .values(pages.map((page) => ({ webinarId, ...page })))
      .execute()
  await tx.updateTable('slideDeck').set({ pages: pages.length }).where('webinarId', '=', webinarId).execute()
}

/** Other slides take their place. */
export const removeSlidePages = (tx: Tx, webinarId: string) => tx.deleteFrom('slidePage').where('webinarId', '=', webinarId).execute()
