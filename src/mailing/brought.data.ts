import { sql, type RawBuilder } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { SuppressionReason } from '#suppressions'

export type BroughtStanding = {
  address: string
  personId: string | null
  isOn: boolean
  confirmedAt: Temporal.Instant | null
  /** Left this list, or left the last that they were on. */
  hasLeft: boolean
  suppressedFor: SuppressionReason[]
}

export type ListOf = { networkId: string; listId: string }

/** How many addresses stand with a list, and with us at all. Of strangers whom nothing keeps from mail nothing is said. */
export async function listStandings(
  db: Db,
  { networkId, listId }: ListOf,
  { addresses, hashes }: { addresses: string[]; hashes: Buffer[] },
): Promise<BroughtStanding[]> {
  const { rows } = await sql<BroughtStanding>`
    select brought.address, person.id as person_id, mine.confirmed_at,
      mine.confirmed_at is not null and mine.left_at is null as is_on,
      mine.left_at is not null or coalesce(others.has_left and not others.is_on, false) as has_left,
      suppressed_for
    from unnest(${addresses}::text[], ${hashes}::bytea[]) as brought (address, hash)
    left join person on person.email = brought.address
    left join subscription mine on mine.list_id = ${listId} and mine.person_id = person.id
    left join lateral (
      select bool_or(left_at is not null) as has_left, bool_or(confirmed_at is not null and left_at is null) as is_on
      from subscription where person_id = person.id and network_id = ${networkId}
    ) as others on true
    cross join lateral (
      select array(select reason from suppression where network_id = ${networkId} and address_hash = hash and ended_at is null) as suppressed_for
    ) as kept
    where person.id is not null or suppressed_for <> '{}'`.execute(db)
  return rows
}

/** What was agreed to, and where: the proof that is kept of each. */
export type Consenting = ListOf & { wording: string; source: string }
export type Put = { personId: string; wasThere: boolean; confirmedAt: string | null; leftAt: string | null }

/** Many people as a query tells of them: person_id, email, given_at, and what each step asks beside. They never leave the database. */
export type BroughtPeople = RawBuilder<unknown>

/**
 * Puts many on a list, save those who are on it or have left it, and keeps the proof of each; says whom. Asked for beside are
 * confirmed_at, and place, where they said yes.
 */
export async function bringReaders(tx: Tx, of: Consenting, readers: BroughtPeople, now: Temporal.Instant): Promise<Put[]> {
  const { networkId, listId, wording, source } = of
  const { rows } = await sql<Put>`
    with brought as materialized (${readers}), put as (
      insert into subscription (network_id, list_id, person_id, asked_at, confirmed_at)
      select ${networkId}::uuid, ${listId}::uuid, person_id, least(given_at, confirmed_at, ${now}::timestamptz), least(coalesce(confirmed_at, given_at), ${now}::timestamptz)
      from brought
      on conflict (list_id, person_id) do update set confirmed_at = excluded.confirmed_at
        where subscription.confirmed_at is null and subscription.left_at is null
      returning person_id, xmax::text <> '0' as was_there, confirmed_at, left_at
    ), proof as (
      insert into consent (id, network_id, list_id, person_id, address, kind, at, wording, source)
      select new_id(), ${networkId}::uuid, ${listId}::uuid, person_id, email, kind, least(at, ${now}::timestamptz), ${wording}::text,
        ${source}::text || case when place = '' then '' else ' (' || place || ')' end
      from put join brought using (person_id)
      cross join lateral (values ('given', coalesce(given_at, brought.confirmed_at)), ('confirmed', brought.confirmed_at)) as step (kind, at)
      where kind = 'given' or at is not null
    )
    select person_id, was_there, confirmed_at::text, left_at::text from put`.execute(tx)
  return rows
}

/**
 * Notes of many that they have left a list, most of them before they were ever on it here, with the proof of each; says whose
 * standing changed. Asked for beside is left_at.
 */
export async function bringLeavers(tx: Tx, of: Consenting, leavers: BroughtPeople, now: Temporal.Instant): Promise<Put[]> {
  const { networkId, listId, wording, source } = of
  const { rows } = await sql<Put>`
    with brought as materialized (${leavers}), put as (
      insert into subscription (network_id, list_id, person_id, asked_at, confirmed_at, left_at)
      select ${networkId}::uuid, ${listId}::uuid, person_id, least(given_at, left_at, ${now}::timestamptz), least(given_at, left_at), least(left_at, ${now}::timestamptz)
      from brought
      on conflict (list_id, person_id) do update set left_at = excluded.left_at
        where subscription.left_at is null
      returning person_id, xmax::text <> '0' as was_there, confirmed_at, left_at
    ), proof as (
      insert into consent (id, network_id, list_id, person_id, address, kind, at, wording, source)
      select new_id(), ${networkId}::uuid, ${listId}::uuid, person_id, email, 'withdrawn', least(brought.left_at, ${now}::timestamptz), ${wording}::text, ${source}::text
      from put join brought using (person_id)
    )
    select person_id, was_there, confirmed_at::text, left_at::text from put`.execute(tx)
  return rows
}

export type ConsentRow = { personId: string; kind: 'given' | 'confirmed' | 'withdrawn'; at: string | null; source: string }

/** Keeps many proofs of the same words at once. */
export const saveManyConsents = (
  tx: Tx,
  { networkId, listId, wording }: ListOf & { wording: string },
  consents: ConsentRow[],
  now: Temporal.Instant,
) =>
  sql`
    insert into consent (id, network_id, list_id, person_id, address, kind, at, wording, source)
    select brought.id, ${networkId}::uuid, ${listId}::uuid, person.id, person.email, kind, least(at, ${now}::timestamptz), ${wording}::text, source
    from json_to_recordset(${JSON.stringify(consents.map((one) => ({ ...one, id: newId() })))}::json)
      as brought (id uuid, "personId" uuid, kind text, at timestamptz, source text)
    join person on person.id = "personId"`.execute(tx)

export type Placed = { personId: string; before: 'none' | 'asked' | 'on'; confirmedAt: string | null; leftAt: string | null }

/** Puts many standings back to what they were, where they are as they were made; says whose. */
export async function saveManyBack(tx: Tx, { listId }: ListOf, placed: Placed[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with placed as (
      select subscription.person_id, before
      from json_to_recordset(${JSON.stringify(placed)}::json) as placed ("personId" uuid, before text, "confirmedAt" timestamptz, "leftAt" timestamptz)
      join subscription on list_id = ${listId} and person_id = "personId"
      where confirmed_at is not distinct from "confirmedAt" and left_at is not distinct from "leftAt"
      order by person_id for update of subscription
    ), removed as (
      delete from subscription using placed
      where list_id = ${listId} and subscription.person_id = placed.person_id and before = 'none' returning subscription.person_id
    ), put_back as (
      update subscription set left_at = null, confirmed_at = case when before = 'asked' then null else confirmed_at end
      from placed where list_id = ${listId} and subscription.person_id = placed.person_id and before <> 'none' returning subscription.person_id
    )
    select person_id from removed union all select person_id from put_back`.execute(tx)
  return rows.map(({ personId }) => personId)
}
