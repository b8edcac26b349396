import { sql, type Selectable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import { readBlocks, type Block } from '#letters'
import type { EditionVersionTable } from './drafts.tables.ts'

export type Version = Omit<Selectable<EditionVersionTable>, 'blocks'> & { blocks: Block[] }

/** What an edition said at one moment, and who had written it so. */
export type Said = Pick<Version, 'subject' | 'preheader' | 'blocks' | 'savedAt' | 'savedBy'> & { restores?: Temporal.Instant }

/** A line of the history. */
export type VersionBrief = Pick<Version, 'id' | 'savedAt' | 'restores'> & { savedByName: string | null }

export const insertVersion = (tx: Tx, editionId: string, { subject, preheader, blocks, savedAt, savedBy, restores }: Said) =>
  tx
    .insertInto('editionVersion')
    .values({
      id: newId(),
      editionId,
      subject: JSON.stringify(subject),
      preheader: JSON.stringify(preheader),
      blocks: JSON.stringify(blocks),
      savedAt,
      savedBy,
      restores: restores ?? null,
    })
    .execute()

const newestFirst = (db: Db, editionId: string) =>
  db.selectFrom('editionVersion').where('editionVersion.editionId', '=', editionId).orderBy('savedAt', 'desc').orderBy('id', 'desc')

export const hasVersions = async (tx: Tx, editionId: string): Promise<boolean> =>
  (await newestFirst(tx, editionId).select('id').limit(1).executeTakeFirst()) !== undefined

export const listVersions = (db: Db, editionId: string): Promise<VersionBrief[]> =>
  newestFirst(db, editionId)
    .leftJoin('person', 'person.id', 'editionVersion.savedBy')
    .select(['editionVersion.id', 'savedAt', 'restores', nameOfPerson.as('savedByName')])
    .execute()

/** How someone is called among stewards; null when nobody is joined. */
export const nameOfPerson = sql<string | null>`coalesce(nullif(trim(person.first_name || ' ' || person.last_name), ''), person.email)`

/** Those of these versions that are of this edition, the older first. */
export async function listVersionsOf(db: Db, editionId: string, ids: string[]): Promise<Version[]> {
  const rows = await db
    .selectFrom('editionVersion')
    .selectAll()
    .where('editionId', '=', editionId)
    .where('id', 'in', ids)
    .orderBy('savedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, blocks: readBlocks(row.blocks) }))
}

/** All that someone saved, as it read then. */
export const listVersionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('editionVersion')
    .innerJoin('edition', 'edition.id', 'editionVersion.editionId')
    .select([
      'edition.slug as edition',
      'editionVersion.savedAt',
      'editionVersion.subject',
      'editionVersion.preheader',
      'editionVersion.blocks',
    ])
    .where('savedBy', '=', personId)
    .orderBy('savedAt')
    .orderBy('editionVersion.id')
    .execute()

/** Keeps the newest. */
export const removeOldVersions = (tx: Tx, editionId: string, kept: number) =>
  tx.deleteFrom('editionVersion').where('id', 'in', newestFirst(tx, editionId).select('id').offset(kept)).execute()
