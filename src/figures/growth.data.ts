import { sql } from 'kysely'
import { readMany, type Db } from '#database'

export type Asked = {
  networkId: string
  listId: string | null
  start: Temporal.Instant
  /** The first moment of each month or week in order, and at last the first after the period. */
  begins: Temporal.Instant[]
}

/** How many took this step, by which way, in the month or week of this place; the place after the last is all that came since. */
export type Steps = { place: number; step: 'joined' | 'left'; source: string; count: number }

/**
 * Who joined and who left, counted from the proofs of each step, which outlive the people. Whoever confirmed by mail came by the way
 * on which they had asked, noted with the proof; whoever was brought along or signed on paper has no such second step. Of the invented people of a new
 * community no proof was ever kept, so their place on the list says when they came. What an import knows of people who left
 * elsewhere, or a wish that was taken back before it was confirmed, is nobody's leaving.
 */
export const countSteps = (db: Db, { networkId, listId, start, begins }: Asked): Promise<Steps[]> =>
  readMany(db, async (tx) => {
    const { rows } = await sql<Steps>`
    with proof as not materialized (
      select at, list_id, person_id, kind, source, way, given_on from consent
      where network_id = ${networkId} and at >= ${start}::timestamptz and ${ofList(listId)}
    ), example as not materialized (
      select confirmed_at as at, list_id, person_id from subscription join example_person using (person_id)
      where network_id = ${networkId} and confirmed_at >= ${start}::timestamptz and ${ofList(listId)} and (left_at is null or left_at > confirmed_at)
    ), taken as (${comings} union all ${exampleComings} union all ${leavings})
    select width_bucket(at, ${begins}::timestamptz[]) - 1 as place, step, source, count(*)::int as count
    from taken group by 1, 2, 3 order by 1, 2, 4 desc, 3`.execute(tx)
    return rows
  })

const ofList = (listId: string | null) => (listId === null ? sql`true` : sql`list_id = ${listId}::uuid`)

const isComing = sql`(kind = 'confirmed' and source not like 'import of %' or kind = 'given' and (given_on is not null or source like 'import of %'))`

const comings = sql`
  select at, 'joined' as step, case
    when source like 'import of %' then 'import'
    when kind = 'confirmed' and source = 'mail to confirm' then coalesce(way, 'forgotten')
    else source end as source
  from proof where ${isComing}`

const exampleComings = sql`
  select at, 'joined', 'example' from example where not exists (
    select from consent where consent.person_id = example.person_id and consent.list_id = example.list_id and kind in ('given', 'confirmed')
  )`

const leavings = sql`
  select at, 'left', case when source like 'import of %' then 'import' else source end from proof
  where kind = 'withdrawn' and (
    person_id is null and source not like 'import of %'
    or source not like 'import of %' and exists (
      select from subscription
      where subscription.person_id = proof.person_id and subscription.list_id = proof.list_id and subscription.confirmed_at <= proof.at
    )
    or exists (select from consent where consent.person_id = proof.person_id and consent.list_id = proof.list_id and consent.at <= proof.at and ${isComing})
  )`

export type Standing = { on: number; asked: number; bounced: number; complained: number }

/** How it stands now, and what of the past month says whether mail is welcome. */
export async function countStanding(
  db: Db,
  { networkId, listId, since }: { networkId: string; listId: string | null; since: Temporal.Instant },
): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select
      count(*) filter (where confirmed_at is not null and left_at is null)::int as "on",
      count(*) filter (where (confirmed_at is null or left_at is not null) and (left_at is null or asked_at > left_at))::int as asked,
      (select count(*) from suppression where network_id = ${networkId} and reason in ('bounced', 'unreachable') and since >= ${since}::timestamptz and ended_at is null)::int as bounced,
      (select count(*) from suppression where network_id = ${networkId} and reason = 'complained' and since >= ${since}::timestamptz and ended_at is null)::int as complained
    from subscription where network_id = ${networkId} and ${ofList(listId)}`.execute(db)
  const [row] = rows
  return row ?? { on: 0, asked: 0, bounced: 0, complained: 0 }
}
