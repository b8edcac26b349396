import { sql, type Insertable, type RawBuilder } from 'kysely'
import { newId, transaction, type Db, type Tx } from '#database'
import type { ExportTable } from './exports.tables.ts'

export const saveExport = (db: Db, made: Omit<Insertable<ExportTable>, 'id' | 'exportedAt'>, now: Temporal.Instant) =>
  db
    .insertInto('export')
    .values({ ...made, id: newId(), exportedAt: now })
    .execute()

export const listExports = (db: Db, networkId: string) =>
  db
    .selectFrom('export')
    .leftJoin('person', 'person.id', 'export.personId')
    .leftJoin('list', 'list.id', 'export.listId')
    .select(['export.id', 'what', 'exportedAt', 'person.firstName', 'person.lastName', 'person.email', 'list.name as list'])
    .where('export.networkId', '=', networkId)
    .orderBy('exportedAt', 'desc')
    .orderBy('export.id', 'desc')
    .limit(50)
    .execute()

export type ExportedPerson = {
  id: string
  email: string
  firstName: string
  lastName: string
  organisation: string
  job: string
  state: string | null
  language: string | null
  tags: string[]
  standing: 'subscribed' | 'asked' | 'unsubscribed' | 'cleaned' | 'not on a list'
  givenAt: Temporal.Instant | null
  confirmedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  cleanedAt: Temporal.Instant | null
  wording: string | null
  source: string | null
}

/**
 * People of the network with how they stand, so many at a time, in the order of their ids: of one list, or all with the list
 * they have known longest.
 */
export async function listExportedPeople(
  db: Db,
  { networkId, listId }: { networkId: string; listId: string | null },
  { after, limit }: { after: string; limit: number },
): Promise<ExportedPerson[]> {
  const { rows } = await sql<ExportedPerson>`
    select person.id, person.email, person.first_name, person.last_name, person.organisation, person.job, person.state, person.language,
      array(select tag from person_tag where person_id = person.id and network_id = ${networkId} order by tag) as tags,
      case when refused.since is not null then 'cleaned' when mine.left_at is not null then 'unsubscribed'
        when mine.confirmed_at is not null then 'subscribed' when mine.asked_at is not null then 'asked' else 'not on a list' end as standing,
      coalesce(given.at, mine.asked_at) as given_at, mine.confirmed_at, mine.left_at, refused.since as cleaned_at, given.wording, given.source
    from person
    left join lateral (
      select * from subscription where person_id = person.id and network_id = ${networkId} and (${listId}::uuid is null or list_id = ${listId}::uuid)
      order by (confirmed_at is not null and left_at is null) desc, asked_at limit 1
    ) as mine on true
    left join lateral (
      select at, wording, source from consent where person_id = person.id and list_id = mine.list_id and kind = 'given' order by at desc, id desc limit 1
    ) as given on true
    left join lateral (
      select min(since) as since from suppression where address = person.email and network_id = ${networkId} and ended_at is null
    ) as refused on true
    where person.id > ${after}::uuid
      and (mine.person_id is not null or (${listId}::uuid is null and exists (select from membership where person_id = person.id and network_id = ${networkId})))
    order by person.id limit ${limit}`.execute(db)
  return rows
}

/** Opens a long reading, of the rows as they stand at this moment; only within a transaction. */
export const openReading = (tx: Tx, name: string, query: RawBuilder<unknown>) =>
  sql`declare ${sql.id(name)} no scroll cursor for select row::text as row from (${query}) as reading`.execute(tx)

/** The next rows of it, each as one line of JSON. */
export async function readOn(tx: Tx, name: string): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`fetch forward 1000 from ${sql.id(name)}`.execute(tx)
  return rows.map(({ row }) => row)
}

/** All that is read in it stands as at one moment. Who does not read on for five minutes has gone, and the database keeps nothing open for them. */
export async function atOneMoment<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const bounded = async (tx: Tx) => {
    await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx)
    return work(tx)
  }
  return db.isTransaction ? transaction(db, bounded) : db.transaction().setIsolationLevel('repeatable read').execute(bounded)
}
