import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import { readBlocks, type Block, type Letters } from '#letters'
import type { Language } from '#platform/text'
import type { EditionTable } from './editions.tables.ts'

export type Edition = Omit<Selectable<EditionTable>, 'blocks'> & { blocks: Block[] }

const withBlocks = (row: Selectable<EditionTable>): Edition => ({ ...row, blocks: readBlocks(row.blocks) })

export async function findEdition(db: Db, networkId: string, slug: string): Promise<Edition | undefined> {
  const row = await db.selectFrom('edition').selectAll().where('networkId', '=', networkId).where('slug', '=', slug).executeTakeFirst()
  return row && withBlocks(row)
}

/** Holds the edition to the end of the transaction: of two who change it at once, the second sees what the first did. */
export async function lockEdition(tx: Tx, which: { id: string } | { networkId: string; slug: string }): Promise<Edition | undefined> {
  const all = tx.selectFrom('edition').selectAll().forUpdate()
  const one = 'id' in which ? all.where('id', '=', which.id) : all.where('networkId', '=', which.networkId).where('slug', '=', which.slug)
  const row = await one.executeTakeFirst()
  return row && withBlocks(row)
}

/** What can be read on the web, the newest first. */
export async function listPublished(db: Db, networkId: string, limit: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(withBlocks)
}

/** An edition as lists show it: of what was sent, its first words in one language. */
export type EditionBrief = Pick<Edition, 'id' | 'slug' | 'publishedAt' | 'subject' | 'preheader'> & {
  letters: Partial<Record<Language, Pick<Letters[Language], 'subject' | 'preheader'>>> | null
}

/** One page of what can be read on the web, the newest first, and how much there is in all. */
export async function listArchive(
  db: Db,
  { networkId, language }: { networkId: string; language: Language },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ editions: EditionBrief[]; inAll: number }> {
  const letter = sql`letters -> ${language}`
  const editions = await db
    .selectFrom('edition')
    .select((of) => ['id', 'slug', 'publishedAt', 'subject', 'preheader', of.fn.countAll<number>().over().as('inAll')])
    .select(
      sql<
        EditionBrief['letters']
      >`jsonb_build_object(${language}::text, jsonb_build_object('subject', ${letter} -> 'subject', 'preheader', ${letter} -> 'preheader'))`.as(
        'letters',
      ),
    )
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { editions, inAll: editions[0]?.inAll ?? 0 }
}

/** What stewards have in hand: drafts, and what is scheduled or going out. */
export async function listInHand(db: Db, networkId: string): Promise<Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .selectAll()
    .where('networkId', '=', networkId)
    .where((is) =>
      is.or([
        is('publishedAt', 'is', null),
        is('scheduledFor', 'is not', null),
        is.and([is('sendingBeganAt', 'is not', null), is('sentAt', 'is', null)]),
      ]),
    )
    .where((is) => is.or([is('sendingBeganAt', 'is', null), is.and([is('sentAt', 'is', null), is('cancelledAt', 'is', null)])]))
    .orderBy('changedAt', 'desc')
    .execute()
  return rows.map(withBlocks)
}

/** When readers last got an edition: what came after is new. */
export const findLastPublished = (db: Db, networkId: string) =>
  db
    .selectFrom('edition')
    .select('publishedAt')
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .executeTakeFirst()

/** Addresses that begin like this one and are taken already. */
export const listSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('edition').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    ({ slug }) => slug,
  )

export type NewEdition = Omit<
  Edition,
  'id' | 'segmentId' | 'sentToSegment' | 'scheduledFor' | 'scheduledLocal' | 'sendingBeganAt' | 'sentAt' | 'cancelledAt'
>

const inJson = <Changes extends Partial<Edition>>({ subject, preheader, blocks, letters, ...edition }: Changes) => ({
  ...edition,
  ...(subject && { subject: JSON.stringify(subject) }),
  ...(preheader && { preheader: JSON.stringify(preheader) }),
  ...(blocks && { blocks: JSON.stringify(blocks) }),
  ...(letters && { letters: JSON.stringify(letters) }),
})

/** Undefined when the address was taken meanwhile. */
export const insertEdition = (db: Db, edition: NewEdition): Promise<{ id: string; slug: string } | undefined> =>
  db
    .insertInto('edition')
    .values({ id: newId(), ...(inJson(edition) as Omit<Insertable<EditionTable>, 'id'>) })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst()

export const updateEdition = (db: Db, id: string, changes: Partial<Edition>) =>
  db
    .updateTable('edition')
    .set(inJson(changes) as Updateable<EditionTable>)
    .where('id', '=', id)
    .execute()

/** Removes what nobody was sent and nobody could read. */
export async function removeDraft(db: Db, networkId: string, slug: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('edition')
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .where('publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
