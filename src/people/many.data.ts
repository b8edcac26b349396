import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#database'

/** Many people as a query tells of them: email or id, first_name, last_name, organisation, job, state, language. They never leave the database. */
export type BroughtPeople = RawBuilder<unknown>

/** Begins those people of many whose addresses nobody has; says whom. */
export async function beginPeople(tx: Tx, people: BroughtPeople, now: Temporal.Instant): Promise<{ id: string; email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    insert into person (id, email, first_name, last_name, organisation, job, state, language, began_at)
    select new_id(), email, first_name, last_name, organisation, job, state, language, ${now}::timestamptz from (${people}) as brought
    on conflict (email) do nothing returning id, email`.execute(tx)
  return rows
}

export const listPeopleByEmail = (db: Db, emails: string[]): Promise<{ id: string; email: string }[]> =>
  db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('email', '=', sql<string>`any(${emails}::text[])`)
    .execute()

export type Filled = { id: string; filled: Record<string, string> }

/** Fills what is empty of many people and writes over nothing; says what was filled of whom. */
export async function fillPeople(tx: Tx, people: BroughtPeople): Promise<Filled[]> {
  const { rows } = await sql<Filled>`
    with brought as (${people}), filling as (
      select person.id,
        case when person.first_name = '' then nullif(brought.first_name, '') end as first_name,
        case when person.last_name = '' then nullif(brought.last_name, '') end as last_name,
        case when person.organisation = '' then nullif(brought.organisation, '') end as organisation,
        case when person.job = '' then nullif(brought.job, '') end as job,
        case when person.state is null then brought.state end as state,
        case when person.language is null then brought.language end as language
      from person join brought using (id) order by person.id for update of person
    )
    update person set
      first_name = coalesce(filling.first_name, person.first_name), last_name = coalesce(filling.last_name, person.last_name),
      organisation = coalesce(filling.organisation, person.organisation), job = coalesce(filling.job, person.job),
      state = coalesce(filling.state, person.state), language = coalesce(filling.language, person.language)
    from filling
    where filling.id = person.id
      and coalesce(filling.first_name, filling.last_name, filling.organisation, filling.job, filling.state, filling.language) is not null
    returning person.id, jsonb_strip_nulls(jsonb_build_object(
      'firstName', filling.first_name, 'lastName', filling.last_name, 'organisation', filling.organisation,
      'job', filling.job, 'state', filling.state, 'language', filling.language)) as filled`.execute(tx)
  return rows
}

/** Empties what was filled, where it stands as it was filled. */
export const emptyFilled = (tx: Tx, people: Filled[]) =>
  sql`
    update person set
      first_name = case when first_name = filled ->> 'firstName' then '' else first_name end,
      last_name = case when last_name = filled ->> 'lastName' then '' else last_name end,
      organisation = case when organisation = filled ->> 'organisation' then '' else organisation end,
      job = case when job = filled ->> 'job' then '' else job end,
      state = case when state = filled ->> 'state' then null else state end,
      language = case when language = filled ->> 'language' then null else language end
    from json_to_recordset(${JSON.stringify(people)}::json) as brought (id uuid, filled jsonb)
    where brought.id = person.id`.execute(tx)

export const removePeople = (tx: Tx, ids: string[]) =>
  tx
    .deleteFrom('person')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
