import { sql, type Insertable } from 'kysely'
import { newId, type Db } from '#database'
import type { Language } from '#platform/text'
import type { PageSlug, PageTextTable } from './pages.tables.ts'

export type PageText = Omit<PageTextTable, 'pageId' | 'editedBy'> & { slug: PageSlug }

/** A page with its words in the reader's language where it exists, otherwise English. */
export const findPage = (db: Db, networkId: string, slug: PageSlug, language: Language): Promise<PageText | undefined> =>
  db
    .selectFrom('page')
    .innerJoin('pageText', 'pageText.pageId', 'page.id')
    .select(['slug', 'language', 'title', 'summary', 'body', 'editedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .orderBy(sql`language = ${language}`, 'desc')
    .orderBy(sql`language = 'en'`, 'desc')
    .limit(1)
    .executeTakeFirst()

/** All the words a page has, one row a language. */
export const listPageTexts = (db: Db, networkId: string, slug: PageSlug): Promise<PageText[]> =>
  db
    .selectFrom('page')
    .innerJoin('pageText', 'pageText.pageId', 'page.id')
    .select(['slug', 'language', 'title', 'summary', 'body', 'editedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .execute()

/** The page's row, made if need be and held to the end of the transaction. */
export const lockPage = (db: Db, networkId: string, slug: PageSlug) =>
  db
    .insertInto('page')
    .values({ id: newId(), networkId, slug })
    .onConflict((same) => same.columns(['networkId', 'slug']).doUpdateSet({ slug }))
    .returning('id')
    .executeTakeFirstOrThrow()

export const savePageTextRow = (db: Db, text: Insertable<PageTextTable>) =>
  db
    .insertInto('pageText')
    .values(text)
    .onConflict((same) => same.columns(['pageId', 'language']).doUpdateSet(text))
    .execute()

/** Addresses of the pages that have words. */
export const listPageSlugs = async (db: Db, networkId: string): Promise<PageSlug[]> =>
  (
    await db
      .selectFrom('page')
      .innerJoin('pageText', 'pageText.pageId', 'page.id')
      .select('slug')
      .distinct()
      .where('networkId', '=', networkId)
      .execute()
  ).map((page) => page.slug)
