import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { EditionContentTable } from './editions.tables.ts'

export const saveContentOfEdition = (tx: Tx, content: Insertable<EditionContentTable>) =>
  tx
    .insertInto('editionContent')
    .values(content)
    .onConflict((same) => same.column('contentId').doNothing())
    .execute()

/** What the mail engine sends of this edition to its list. */
export const listContentIds = async (db: Db, editionId: string): Promise<string[]> =>
  (await db.selectFrom('editionContent').select('contentId').where('editionId', '=', editionId).where('isTest', '=', false).execute()).map(
    ({ contentId }) => contentId,
  )

/** What a mail of this content must know to be personal. */
export const findContentOfEdition = (db: Db, contentId: string) =>
  db
    .selectFrom('editionContent')
    .innerJoin('edition', 'edition.id', 'editionContent.editionId')
    .innerJoin('mailContent', 'mailContent.id', 'editionContent.contentId')
    .innerJoin('network', 'network.id', 'edition.networkId')
    .select(['edition.id as editionId', 'edition.networkId', 'edition.listId', 'editionContent.isTest'])
    .select(['editionContent.personal', 'editionContent.baseUrl'])
    .select(['mailContent.language', 'mailContent.queuedAt', 'network.secret'])
    .where('contentId', '=', contentId)
    .executeTakeFirst()

/** What merge fields say of these people. */
export const listMergeValues = (db: Db, personIds: string[]) =>
  db
    .selectFrom('person')
    .select(['id as personId', 'firstName', 'organisation', 'state'])
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()

/** One person, as the mail engine wants its readers. */
export const onlyReader = (tx: Tx, personId: string) =>
  tx.selectFrom('person').select(['id as personId', 'email as toAddress']).where('id', '=', personId)
