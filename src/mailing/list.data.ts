import { newId, type Db, type Tx } from '#database'
import { sql, type Selectable } from 'kysely'
import type { InLanguages, ListAccess, ListTable } from './mailing.tables.ts'

export type List = Selectable<ListTable>

/** The lists of the network that are not closed; the first is the one that people join who do not choose. */
export const listLists = (db: Db, networkId: string): Promise<List[]> => lists(db, networkId).where('closedAt', 'is', null).execute()

/** Those that everybody may see and join. */
export const listOpenLists = (db: Db, networkId: string): Promise<List[]> =>
  lists(db, networkId).where('closedAt', 'is', null).where('access', '=', 'open').execute()

const lists = (db: Db, networkId: string) =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).orderBy('position').orderBy('slug')

/** Every list, closed ones too, with how many are on it. */
export const listListsCounted = (db: Db, networkId: string) =>
  lists(db, networkId)
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('subscription')
          .select((row) => row.fn.countAll<number>().as('on'))
          .whereRef('listId', '=', 'list.id')
          .where('confirmedAt', 'is not', null)
          .where('leftAt', 'is', null)
          .as('people'),
      (join) => join.onTrue(),
    )
    .select((row) => row.fn.coalesce('people.on', sql<number>`0`).as('on'))
    .execute()

export const findList = (db: Db, networkId: string, slug: string): Promise<List | undefined> =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).where('slug', '=', slug).executeTakeFirst()

export const findListById = (db: Db, networkId: string, id: string): Promise<List | undefined> =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

/** Holds the order of the lists to the end of the transaction. */
export const lockLists = (tx: Tx, networkId: string): Promise<List[]> => lists(tx, networkId).forUpdate().execute()

export type NewList = {
  networkId: string
  slug: string
  name: InLanguages
  description: InLanguages
  position: number
  access?: ListAccess
}

/** Creates the lists that are not there yet; says how many. */
export async function saveNewLists(db: Db, lists: NewList[], now: Temporal.Instant): Promise<number> {
  const rows = lists.map((list) => ({ ...list, id: newId(), ...wordsIn(list), beganAt: now }))
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('list')
    .values(rows)
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export type ListWords = { name: InLanguages; description: InLanguages; access: ListAccess }

export const saveList = (db: Db, id: string, { access, ...words }: ListWords) =>
  db
    .updateTable('list')
    .set({ access, ...wordsIn(words) })
    .where('id', '=', id)
    .execute()

export const saveClosed = (db: Db, id: string, closedAt: Temporal.Instant | null) =>
  db.updateTable('list').set({ closedAt }).where('id', '=', id).execute()

/** Numbers the lists in the order of these ids. */
export const saveOrder = (tx: Tx, ids: string[]) =>
  sql`
    update list set position = place - 1
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place) where list.id = wanted.id`.execute(tx)

const wordsIn = ({ name, description }: Pick<ListWords, 'name' | 'description'>) => ({
  name: JSON.stringify(name),
  description: JSON.stringify(description),
})
