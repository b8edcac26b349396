import { sql } from 'kysely'
import type { Db } from '#database'
import type { Language } from '#platform/text'

export const listStillReading = (db: Db, listId: string, personIds: string[]) =>
  db
    .selectFrom('reader')
    .select(['personId', 'firstName'])
    .where('listId', '=', listId)
    .where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()

/** Who gets the list's mail in this language; who chose none gets the community's. As a part of a larger query. */
export const readersOf = (db: Db, { listId, language, usual }: { listId: string; language: Language; usual: Language }) =>
  db
    .selectFrom('reader')
    .select(['personId', 'email as toAddress'])
    .where('listId', '=', listId)
    .where((is) =>
      language === usual ? is.or([is('language', '=', language), is('language', 'is', null)]) : is('language', '=', language),
    )

/** How many get the list's mail, by language; null where none was chosen. */
export const countReaders = (db: Db, listId: string) =>
  db
    .selectFrom('reader')
    .select((row) => ['language', row.fn.countAll<number>().as('count')])
    .where('listId', '=', listId)
    .groupBy('language')
    .execute()

/** The time zones that readers of the list have chosen. */
export const listZonesOfReaders = async (db: Db, listId: string): Promise<string[]> =>
  (
    await db.selectFrom('reader').select('timeZone').where('listId', '=', listId).where('timeZone', 'is not', null).distinct().execute()
  ).flatMap(({ timeZone }) => timeZone ?? [])

export const findReaderByEmail = (db: Db, listId: string, email: string) =>
  db
    .selectFrom('reader')
    .select(['personId', 'email', 'firstName', 'language'])
    .where('listId', '=', listId)
    .where('email', '=', email)
    .executeTakeFirst()
