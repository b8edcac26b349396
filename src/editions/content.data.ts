import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { EditionContentTable } from './editions.tables.ts'

export const saveContentOfEdition = (tx: Tx, content: Insertable<EditionContentTable>) =>
  tx
    .insertInto('editionContent')
    .values(content)
    .onConflict((same) => same.column('contentId').doNothing())
    .execute()

/** What the mail engine sends of this edition to its list, and what took the place of what was mended; the oldest first. */
export const listContents = (db: Db, editionId: string) =>
  db
    .selectFrom('editionContent')
    .select(['contentId', 'supersededBy'])
    .where('editionId', '=', editionId)
    .where('isTest', '=', false)
    .where('part', '=', 'edition')
    .orderBy('contentId')
    .execute()

export const listContentIds = async (db: Db, editionId: string): Promise<string[]> =>
  (await listContents(db, editionId)).map(({ contentId }) => contentId)

/** Those that go out still. */
export const listCurrentContentIds = async (db: Db, editionId: string): Promise<string[]> =>
  (await listContents(db, editionId)).flatMap(({ contentId, supersededBy }) => (supersededBy === null ? [contentId] : []))

/** The same as the other in all but its words. */
export async function saveContentInPlaceOf(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const before = await tx.selectFrom('editionContent').selectAll().where('contentId', '=', from).executeTakeFirstOrThrow()
  await saveContentOfEdition(tx, { ...before, contentId: to })
  await tx.updateTable('editionContent').set({ supersededBy: to }).where('contentId', '=', from).execute()
}

/** Of an edition that was mended: how many had it as it was, by the language of their letter. */
export const countWhoHadItBefore = (db: Db, editionId: string) =>
  whoHadItBefore(db, editionId)
    .select(['mail.language', ({ fn }) => fn.count<number>('reader.personId').distinct().as('count')])
    .groupBy('mail.language')
    .execute()

/** Those of one language, as the mail engine wants its readers. */
export const whoHadItBeforeIn = (db: Db, editionId: string, language: Language) =>
  whoHadItBefore(db, editionId).where('mail.language', '=', language).select(['reader.personId', 'reader.email as toAddress']).distinct()

const whoHadItBefore = (db: Db, editionId: string) =>
  db
    .selectFrom('editionContent')
    .innerJoin('edition', 'edition.id', 'editionContent.editionId')
    .innerJoin('mail', 'mail.contentId', 'editionContent.contentId')
    .innerJoin('reader', (join) => join.onRef('reader.personId', '=', 'mail.personId').onRef('reader.listId', '=', 'edition.listId'))
    .where('editionId', '=', editionId)
    .where('supersededBy', 'is not', null)
    .where('mail.state', '=', 'sent')

/** Whether those who had the edition before its last correction were written to already. */
export const hasNoteSince = async (db: Db, editionId: string, since: Temporal.Instant): Promise<boolean> =>
  (await db
    .selectFrom('editionContent')
    .innerJoin('mailContent', 'mailContent.id', 'editionContent.contentId')
    .select('contentId')
    .where('editionId', '=', editionId)
    .where('part', '=', 'note')
    .where('queuedAt', '>=', since)
    .limit(1)
    .executeTakeFirst()) !== undefined

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
