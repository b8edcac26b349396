import { newId, type Db } from '#database'
import type { Selectable } from 'kysely'
import type { InLanguages, ListTable } from './mailing.tables.ts'

export type List = Selectable<ListTable>

/** All lists of the network; the first is the one that people join who do not choose. */
export const listLists = (db: Db, networkId: string): Promise<List[]> =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).orderBy('position').orderBy('slug').execute()

export const findList = (db: Db, networkId: string, slug: string): Promise<List | undefined> =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).where('slug', '=', slug).executeTakeFirst()

export const findListById = (db: Db, networkId: string, id: string): Promise<List | undefined> =>
  db.selectFrom('list').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

export type NewList = { networkId: string; slug: string; name: InLanguages; description: InLanguages; position: number }

/** Creates the lists that are not there yet. */
export const saveNewLists = (db: Db, lists: NewList[], now: Temporal.Instant) =>
  db
    .insertInto('list')
    .values(
      lists.map((list) => ({
        ...list,
        id: newId(),
        name: JSON.stringify(list.name),
        description: JSON.stringify(list.description),
        beganAt: now,
      })),
    )
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .execute()
