import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { EditionDraftTable } from './drafts.tables.ts'
import { nameOfPerson } from './version.data.ts'

export type Draft = Selectable<EditionDraftTable>
type Whose = Pick<Draft, 'editionId' | 'personId' | 'language'>

export const findDraft = (db: Db, { editionId, personId, language }: Whose): Promise<Draft | undefined> =>
  db
    .selectFrom('editionDraft')
    .selectAll()
    .where('editionId', '=', editionId)
    .where('personId', '=', personId)
    .where('language', '=', language)
    .executeTakeFirst()

export function saveDraft(tx: Tx, { fields, ...draft }: Draft) {
  const kept = { fields: JSON.stringify(fields), seen: draft.seen, keptAt: draft.keptAt }
  return tx
    .insertInto('editionDraft')
    .values({ ...draft, ...kept })
    .onConflict((same) => same.columns(['editionId', 'personId', 'language']).doUpdateSet(kept))
    .execute()
}

/** All that someone typed and did not save yet. */
export const listDraftsBy = (db: Db, personId: string) =>
  db
    .selectFrom('editionDraft')
    .innerJoin('edition', 'edition.id', 'editionDraft.editionId')
    .select(['edition.slug as edition', 'language', 'keptAt', 'fields'])
    .where('personId', '=', personId)
    .orderBy('keptAt')
    .orderBy('edition.id')
    .orderBy('language')
    .execute()

export const removeDraft = (db: Db, { editionId, personId, language }: Whose) =>
  db
    .deleteFrom('editionDraft')
    .where('editionId', '=', editionId)
    .where('personId', '=', personId)
    .where('language', '=', language)
    .execute()

/** Someone who writes at the same edition. */
export type Writer = { name: string; language: Language }

/** Who else had it open lately. */
export const listOtherWriters = (
  db: Db,
  { editionId, personId }: Pick<Whose, 'editionId' | 'personId'>,
  since: Temporal.Instant,
): Promise<Writer[]> =>
  db
    .selectFrom('editionWriter')
    .innerJoin('person', 'person.id', 'editionWriter.personId')
    .select([sql<string>`${nameOfPerson}`.as('name'), 'editionWriter.language'])
    .where('editionId', '=', editionId)
    .where('personId', '<>', personId)
    .where('hereAt', '>', since)
    .orderBy('hereAt', 'desc')
    .orderBy('personId')
    .limit(10)
    .execute()

export const saveWriter = (db: Db, writer: Whose & { hereAt: Temporal.Instant }) =>
  db
    .insertInto('editionWriter')
    .values(writer)
    .onConflict((same) => same.columns(['editionId', 'personId']).doUpdateSet({ language: writer.language, hereAt: writer.hereAt }))
    .execute()

export const removeWriter = (db: Db, { editionId, personId }: Pick<Whose, 'editionId' | 'personId'>) =>
  db.deleteFrom('editionWriter').where('editionId', '=', editionId).where('personId', '=', personId).execute()

/** Who saved it last, by name. */
export const findLastHand = async (db: Db, personId: string | null): Promise<string | null> =>
  personId === null
    ? null
    : ((await db.selectFrom('person').select(nameOfPerson.as('name')).where('id', '=', personId).executeTakeFirst())?.name ?? null)
