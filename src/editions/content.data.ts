import type { Db, Tx } from '#database'

export const saveContentOfEdition = (tx: Tx, content: { contentId: string; editionId: string; isTest: boolean }) =>
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
    .select(['edition.listId', 'editionContent.isTest', 'mailContent.language', 'network.secret'])
    .where('contentId', '=', contentId)
    .executeTakeFirst()

export const listFirstNames = (db: Db, personIds: string[]) =>
  db.selectFrom('person').select(['id as personId', 'firstName']).where('id', 'in', personIds).execute()

/** One person, as the mail engine wants its readers. */
export const onlyReader = (tx: Tx, personId: string) =>
  tx.selectFrom('person').select(['id as personId', 'email as toAddress']).where('id', '=', personId)
