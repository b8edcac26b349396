import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Db, Tx } from '#database'
import type { LiveItemTable } from './live.tables.ts'

export type Item = Selectable<LiveItemTable>
/** With the name under which it may be read; empty where it is to be nameless. */
export type NamedItem = Item & { name: string }

const itemsOf = (db: Db, eventId: string) =>
  db
    .selectFrom('liveItem')
    .leftJoin('person', 'person.id', 'liveItem.personId')
    .selectAll('liveItem')
    .select(sql<string>`case when sharing = 'nameless' then '' else trim(coalesce(first_name || ' ' || last_name, '')) end`.as('name'))
    .where('eventId', '=', eventId)
    .orderBy('place')
    .orderBy('liveItem.id')
    .limit(500)

/** For hosts. Who wants to be nameless is so to them too. */
export const listItems = (db: Db, eventId: string): Promise<NamedItem[]> => itemsOf(db, eventId).execute()

/** For everybody: what hosts show, and never what is not to be shared. */
export const listShownItems = (db: Db, eventId: string): Promise<NamedItem[]> =>
  itemsOf(db, eventId).where('shownAt', 'is not', null).where('sharing', '<>', 'not-at-all').execute()

/** Holds the questions of a call to the end of the transaction: two hosts do not take up two. */
export const lockItems = (tx: Tx, eventId: string): Promise<Item[]> =>
  tx.selectFrom('liveItem').selectAll().where('eventId', '=', eventId).orderBy('id').forUpdate().execute()

export const addItem = (tx: Tx, item: Omit<Insertable<LiveItemTable>, 'place'>) =>
  tx
    .insertInto('liveItem')
    .values({
      ...item,
      place: sql<number>`(select coalesce(max(place), 0) + 1 from live_item where event_id = ${item.eventId})`,
    })
    .execute()

export const changeItem = (db: Db, id: string, change: Updateable<LiveItemTable>) =>
  db.updateTable('liveItem').set(change).where('id', '=', id).execute()

/** What one person asked from calls. */
export const listItemsOf = (db: Db, personId: string) =>
  db
    .selectFrom('liveItem')
    .innerJoin('event', 'event.id', 'liveItem.eventId')
    .select(['event.slug as event', 'question', 'sharing', 'askedAt'])
    .where('personId', '=', personId)
    .orderBy('askedAt')
    .execute()
