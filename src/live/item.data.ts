import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Db, Tx } from '#database'
import type { LiveItemTable, Sharing } from './live.tables.ts'

export type Item = Selectable<LiveItemTable>
/** With the name under which it may be read; empty where it is to be nameless. */
export type NamedItem = Item & { name: string }

const sharingNow = sql<Sharing>`coalesce(question.sharing, live_item.sharing)`

/** Withdrawn, or said to be the same as another: it waits no more. What is talked about or was stays, unless it is withdrawn. */
const stillThere = sql<boolean>`question.withdrawn_at is null and (question.merged_into is null or live_item.state <> 'waiting')`

const itemsOf = (db: Db, eventId: string) =>
  db
    .selectFrom('liveItem')
    .leftJoin('person', 'person.id', 'liveItem.personId')
    .leftJoin('question', 'question.id', 'liveItem.questionId')
    .selectAll('liveItem')
    // What was brought ahead stands as whoever asked says it now.
    .select(sql<string>`coalesce(left(question.happened, 1000), live_item.question)`.as('question'))
    .select(sharingNow.as('sharing'))
    .select(
      sql<string>`case when ${sharingNow} = 'nameless' then '' else trim(coalesce(first_name || ' ' || last_name, '')) end`.as('name'),
    )
    .where('liveItem.eventId', '=', eventId)
    .where(stillThere)
    .orderBy('liveItem.place')
    .orderBy('liveItem.id')
    .limit(500)

/** For hosts. Who wants to be nameless is so to them too. */
export const listItems = (db: Db, eventId: string): Promise<NamedItem[]> => itemsOf(db, eventId).execute()

/** For everybody: what hosts show, and never what is not to be shared, or was withdrawn since. */
export const listShownItems = (db: Db, eventId: string): Promise<NamedItem[]> =>
  itemsOf(db, eventId)
    .where('shownAt', 'is not', null)
    .where(sql<boolean>`${sharingNow} <> 'not-at-all'`)
    .execute()

/** Holds the questions of a call to the end of the transaction: two hosts do not take up two. None that waits no more is among them. */
export async function lockItems(tx: Tx, eventId: string): Promise<Item[]> {
  await tx.selectFrom('liveItem').select('id').where('eventId', '=', eventId).orderBy('id').forUpdate().execute()
  await followChallenges(tx, eventId)
  return tx
    .selectFrom('liveItem')
    .leftJoin('question', 'question.id', 'liveItem.questionId')
    .selectAll('liveItem')
    .where('liveItem.eventId', '=', eventId)
    .where(sql<boolean>`${stillThere} or live_item.state = 'now'`)
    .execute()
}

/** A challenge that was brought ahead may be said otherwise since, or be for the hosts alone. */
const followChallenges = (tx: Tx, eventId: string) =>
  sql`update live_item set question = left(happened, 1000), sharing = question.sharing,
      shown_at = case when question.sharing = 'not-at-all' then null else shown_at end
    from question
    where question.id = question_id and live_item.event_id = ${eventId}
      and (live_item.question, live_item.sharing) is distinct from (left(happened, 1000), question.sharing)`.execute(tx)

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
