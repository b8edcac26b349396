import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Selectable } from 'kysely'
import type { Deed, ImportFaultTable, ImportRowTable } from './imports.tables.ts'
import type { Wants } from './row.rules.ts'

export type ImportRow = Selectable<ImportRowTable>
/** What a row asks for, without what it says of its person. */
export type Asked = { number: number; address: string; wants: Wants; leftAt: string | null }
/** With what it says as JSON. */
export type NewRow = Asked & { facts: string }
export type ImportFault = Omit<Selectable<ImportFaultTable>, 'importId'>

/** Many documents as one: to be put between quotation marks each by itself would cost the program more than all else about them. */
const inOne = (documents: string[]) => `[${documents.join(',')}]`

/** Keeps rows to be taken; of an address that stands in the file more than once the first counts. Gives the numbers of those kept. */
export async function saveRows(tx: Tx, importId: string, rows: NewRow[]): Promise<Set<number>> {
  const saved = await sql<{ number: number }>`
    insert into import_row (import_id, number, address, wants, facts)
    select ${importId}::uuid, number, address, wants, facts
    from rows from (
      unnest(${rows.map(({ number }) => number)}::int[], ${rows.map(({ address }) => address)}::text[], ${rows.map(({ wants }) => wants)}::text[]),
      jsonb_array_elements(${inOne(rows.map(({ facts }) => facts))}::jsonb)
    ) as read (number, address, wants, facts)
    order by number
    on conflict (address, import_id) do nothing returning number`.execute(tx)
  return new Set(saved.rows.map(({ number }) => number))
}

export const saveFaults = (tx: Tx, importId: string, faults: ImportFault[]) =>
  sql`
    insert into import_fault (import_id, number, file, line, fault, cells)
    select ${importId}::uuid, number, file, line, fault, cells
    from json_to_recordset(${JSON.stringify(faults)}::json) as read (number int, file text, line int, fault text, cells text[])`.execute(tx)

export const listRows = (db: Db, importId: string, { after, limit }: { after: number; limit: number }): Promise<ImportRow[]> =>
  db
    .selectFrom('importRow')
    .selectAll()
    .where('importId', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()

export async function listAsked(db: Db, importId: string, { after, limit }: { after: number; limit: number }): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select number, address, wants, facts ->> 'leftAt' as left_at from import_row
    where import_id = ${importId} and number > ${after} order by number limit ${limit}`.execute(db)
  return rows
}

export const countRows = async (db: Db, importId: string): Promise<number> =>
  (
    await db
      .selectFrom('importRow')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('importId', '=', importId)
      .executeTakeFirstOrThrow()
  ).rows

export const listFaults = (db: Db, importId: string, { after, limit }: { after: number; limit: number }): Promise<ImportFault[]> =>
  db
    .selectFrom('importFault')
    .select(['number', 'file', 'line', 'fault', 'cells'])
    .where('importId', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()

/** Rows that were taken back are forgotten. */
export const removeRows = (tx: Tx, importId: string, to: number) =>
  tx.deleteFrom('importRow').where('importId', '=', importId).where('number', '<=', to).execute()

/** What was done for a row. `isTagged`: its person got all of its tags, which the row itself still tells. */
export type Done = { number: number; personId: string | null; deed: Deed; isTagged: boolean }

/**
 * Notes what was done for each row; what the row said has served. Rows for which nothing was done are forgotten. The range is said so
 * that no other rows are read for it.
 */
export async function saveDeeds(tx: Tx, importId: string, { after, to }: { after: number; to: number }, done: Done[]): Promise<void> {
  await sql`
    update import_row set person_id = done.person_id, facts = '{}',
      deed = case when is_tagged then jsonb_set(done.deed, '{tags}', facts -> 'tags') else done.deed end
    from rows from (
      unnest(${done.map(({ number }) => number)}::int[], ${done.map(({ personId }) => personId)}::uuid[], ${done.map(({ isTagged }) => isTagged)}::boolean[]),
      jsonb_array_elements(${JSON.stringify(done.map(({ deed }) => deed))}::jsonb)
    ) as done (number, person_id, is_tagged, deed)
    where import_id = ${importId} and import_row.number > ${after} and import_row.number <= ${to} and import_row.number = done.number`.execute(
    tx,
  )
  await tx
    .deleteFrom('importRow')
    .where('importId', '=', importId)
    .where('number', '>', after)
    .where('number', '<=', to)
    .where('deed', 'is', null)
    .execute()
}

/** Some rows of an import: what they say goes from table to table within the database. */
export type Chosen = { importId: string; numbers: number[] }
/** The same, once it is known whose they are: no table of people is searched for them again. */
export type ChosenOf = { importId: string; people: { number: number; personId: string }[] }

const chosen = ({ importId, numbers }: Chosen) => sql`import_id = ${importId} and number = any(${numbers}::int[])`
const chosenOf = ({ importId, people }: ChosenOf) => {
  const numbers = people.map(({ number }) => number)
  return sql`(select * from import_row where ${chosen({ importId, numbers })}) as chosen
    join unnest(${numbers}::int[], ${people.map(({ personId }) => personId)}::uuid[]) as whose (number, id) using (number)`
}
const profile = sql`facts ->> 'firstName' as first_name, facts ->> 'lastName' as last_name, facts ->> 'organisation' as organisation,
  facts ->> 'job' as job, facts ->> 'state' as state, facts ->> 'language' as language`

/** The people of these rows, as the doors of other rooms ask for many. */
export const peopleIn = {
  strangers: (rows: Chosen) => sql`select address as email, ${profile} from import_row where ${chosen(rows)} order by number`,
  /** Of people who left, no more than the address is kept. */
  addresses: (rows: Chosen) =>
    sql`select address as email, '' as first_name, '' as last_name, '' as organisation, '' as job, null as state, null as language
      from import_row where ${chosen(rows)} order by number`,
  known: (rows: ChosenOf) => sql`select id, ${profile} from ${chosenOf(rows)}`,
  readers: (rows: ChosenOf) =>
    sql`select id as person_id, address as email, (facts ->> 'joinedAt')::timestamptz as given_at, (facts ->> 'confirmedAt')::timestamptz as confirmed_at, facts ->> 'from' as place
      from ${chosenOf(rows)} order by number`,
  leavers: (rows: ChosenOf) =>
    sql`select id as person_id, address as email, (facts ->> 'joinedAt')::timestamptz as given_at, (facts ->> 'leftAt')::timestamptz as left_at
      from ${chosenOf(rows)} order by number`,
}

/** Gives people whom nobody else can know of yet the tags of their rows: all of them are new. */
export const saveFirstTags = (tx: Tx, networkId: string, rows: ChosenOf, now: Temporal.Instant) =>
  sql`
    insert into person_tag (network_id, person_id, tag, tagged_at)
    select ${networkId}::uuid, id, tag, ${now}::timestamptz
    from ${chosenOf(rows)} cross join lateral jsonb_array_elements_text(facts -> 'tags') as tag`.execute(tx)

/** Gives people the tags of their rows; says which were new of whom. */
export async function saveTags(tx: Tx, networkId: string, rows: ChosenOf, now: Temporal.Instant): Promise<Map<string, string[]>> {
  const given = await sql<{ personId: string; tags: string[] }>`
    with given as (
      insert into person_tag (network_id, person_id, tag, tagged_at)
      select ${networkId}::uuid, id, tag, ${now}::timestamptz
      from ${chosenOf(rows)} cross join lateral jsonb_array_elements_text(facts -> 'tags') as tag
      on conflict do nothing returning person_id, tag
    )
    select person_id, array_agg(tag) as tags from given group by person_id`.execute(tx)
  return new Map(given.rows.map(({ personId, tags }) => [personId, tags]))
}

export const removeTags = (tx: Tx, networkId: string, tagged: { personId: string; tags: string[] }[]) =>
  sql`
    delete from person_tag using json_to_recordset(${JSON.stringify(tagged)}::json) as given ("personId" uuid, tags jsonb)
    where network_id = ${networkId} and person_id = "personId" and tags ? tag`.execute(tx)

export const listTagsOf = async (db: Db, personId: string): Promise<string[]> =>
  (await db.selectFrom('personTag').select('tag').distinct().where('personId', '=', personId).orderBy('tag').execute()).map(
    ({ tag }) => tag,
  )

/** Of someone who is forgotten, nothing waits in an import either. */
export async function forgetRowsOf(tx: Tx, { id, email }: { id: string; email: string }): Promise<void> {
  await tx.deleteFrom('importRow').where('address', '=', email).execute()
  await tx.deleteFrom('importRow').where('personId', '=', id).execute()
}

/** Who of these people has done something here with their own hand since the moment: proved the address, joined, come to an event. */
export async function listActive(db: Db, personIds: string[], since: Temporal.Instant): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where id = any(${personIds}::uuid[]) and (email_proved_at >= ${since}
      or exists (select from membership where person_id = person.id and membership.began_at >= ${since})
      or exists (select from rsvp where person_id = person.id and answered_at >= ${since})
      or exists (select from session where person_id = person.id and session.began_at >= ${since}))`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Who of these people is nothing to us but an address: on no list, at no event, in no role. */
export async function listBare(db: Db, personIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where id = any(${personIds}::uuid[]) and email_proved_at is null
      and not exists (select from membership where person_id = person.id)
      and not exists (select from subscription where person_id = person.id)
      and not exists (select from rsvp where person_id = person.id)
      and not exists (select from rsvp_ask where person_id = person.id)
      and not exists (select from event_interest where person_id = person.id)
      and not exists (select from person_tag where person_id = person.id)
      and not exists (select from import_row where person_id = person.id)`.execute(db)
  return rows.map(({ id }) => id)
}
