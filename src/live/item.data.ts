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
    .leftJoin('question', 'question.id', 'liveItem.questionId')
    .selectAll('liveItem')
    .select(
      sql<string>`case when live_item.sharing = 'nameless' or question.sharing = 'nameless' then '' else trim(coalesce(first_name || ' ' || last_name, '')) end`.as(
        'name',
      ),
    )
    .where('liveItem.eventId', '=', eventId)
    .where('question.withdrawnAt', 'is', null)
    .orderBy('liveItem.place')
    .orderBy('liveItem.id')
    .limit(500)

/** For hosts. Who wants to be nameless is so to them too. */
export const listItems = (db: Db, eventId: string): Promise<NamedItem[]> => itemsOf(db, eventId).execute()

/** For everybody: what hosts show, and never what is not to be shared, or was withdrawn since. */
export const listShownItems = (db: Db, eventId: string): Promise<NamedItem[]> =>
  itemsOf(db, eventId)
    .where('shownAt', 'is not', null)
    .where('liveItem.sharing', '<>', 'not-at-all')
    .where((is) => is.or([is('question.sharing', 'is', null), is('question.sharing', '<>', 'not-at-all')]))
    .execute()

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

/** Those for the hosts alone are shown to nobody else. */
export const addChallenges = (tx: Tx, call: { id: string; networkId: string }, now: Temporal.Instant) =>
  sql`insert into live_item (id, network_id, event_id, person_id, question, sharing, place, shown_at, asked_at, question_id)
    select new_id(), network_id, ${call.id}::uuid, person_id, left(happened, 1000), sharing,
      (select coalesce(max(place), 0) from live_item where event_id = ${call.id}) + row_number() over (order by question.place, asked_at),
      case when sharing = 'not-at-all' then null else ${now}::timestamptz end, asked_at, id
    from question
    where network_id = ${call.networkId} and (event_id = ${call.id} or event_id is null)
      and confirmed_at is not null and withdrawn_at is null and answer_id is null and merged_into is null
    on conflict (question_id) do nothing`.execute(tx)

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
