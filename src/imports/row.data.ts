import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Selectable } from 'kysely'
import type { Deed, ImportFaultTable, ImportRowTable } from './imports.tables.ts'
import type { Facts, Wants } from './row.rules.ts'

export type ImportRow = Selectable<ImportRowTable>
export type NewRow = { number: number; address: string; wants: Wants; facts: Facts }
export type ImportFault = Omit<Selectable<ImportFaultTable>, 'importId'>

/** Keeps rows to be taken; of an address that stands in the file more than once the first counts. Gives the numbers of those kept. */
export async function saveRows(tx: Tx, importId: string, rows: NewRow[]): Promise<Set<number>> {
  const saved = await sql<{ number: number }>`
    insert into import_row (import_id, number, address, wants, facts)
    select ${importId}::uuid, number, address, wants, facts
    from json_to_recordset(${JSON.stringify(rows)}::json) as read (number int, address text, wants text, facts jsonb)
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

export type Done = { number: number; personId: string | null; deed: Deed }

/** Notes what was done for each row; what the row said has served. Rows for which nothing was done are forgotten. */
export async function saveDeeds(tx: Tx, importId: string, range: { after: number; to: number }, done: Done[]): Promise<void> {
  await sql`
    update import_row set person_id = done."personId", deed = done.deed, facts = '{}'
    from json_to_recordset(${JSON.stringify(done)}::json) as done (number int, "personId" uuid, deed jsonb)
    where import_id = ${importId} and import_row.number = done.number`.execute(tx)
  await tx
    .deleteFrom('importRow')
    .where('importId', '=', importId)
    .where('number', '>', range.after)
    .where('number', '<=', range.to)
    .where('deed', 'is', null)
    .execute()
}

/** Gives tags to people; says which were new of whom. */
export async function saveTags(
  tx: Tx,
  networkId: string,
  tagged: { personId: string; tags: string[] }[],
  now: Temporal.Instant,
): Promise<Map<string, string[]>> {
  const given = tagged.flatMap(({ personId, tags }) => tags.map((tag) => ({ personId, tag })))
  const { rows } = await sql<{ personId: string; tag: string }>`
    insert into person_tag (network_id, person_id, tag, tagged_at)
    select ${networkId}::uuid, "personId", tag, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(given)}::json) as given ("personId" uuid, tag text)
    on conflict do nothing returning person_id, tag`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, same]) => [personId, same.map(({ tag }) => tag)]))
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
