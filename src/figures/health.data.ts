import { sql } from 'kysely'
import type { Db } from '#database'
import type { SuppressionReason } from '#suppressions'

export type OfList = { networkId: string; listId: string | null }

/** How many of those on the list have this in common: a state, a language, how often they want mail, why they get none. */
export type Common = { trait: 'all' | 'state' | 'language' | 'often' | 'stopped'; value: string | null; count: number; active: number }

/**
 * Everybody on the list, told apart in four ways at once. Someone on several lists counts once, with the most they asked for.
 * Active is whoever took a place at an event or signed in since then; opening a mail is watched by nobody.
 */
export async function countTraits(db: Db, { networkId, listId, since }: OfList & { since: Temporal.Instant }): Promise<Common[]> {
  const { rows } = await sql<Common>`
    with reader as (
      select person_id, max(case when paused_until is not null then 1 when frequency = 'monthly' then 2 else 3 end) as often
      from subscription
      where network_id = ${networkId} and confirmed_at is not null and left_at is null and (${listId}::uuid is null or list_id = ${listId}::uuid)
      group by person_id
    ), stopped as materialized (
      select address, min(reason) as reason from suppression
      where network_id = ${networkId} and ended_at is null and address is not null group by address
    ), active as materialized (
      select person_id from rsvp where answered_at >= ${since}::timestamptz and answer <> 'declined'
      union select person_id from session where seen_at >= ${since}::timestamptz
    ), traits as (
      select state, coalesce(language, '') as language, (array['pause', 'monthly', 'each'])[often] as often, coalesce(stopped.reason, '') as stopped,
        active.person_id is not null as is_active
      from reader join person on person.id = reader.person_id
      left join stopped on stopped.address = person.email left join active on active.person_id = reader.person_id
    )
    select case grouping(state, language, often, stopped) when 7 then 'state' when 11 then 'language' when 13 then 'often' when 14 then 'stopped' else 'all' end as trait,
      coalesce(state, language, often, stopped) as value, count(*)::int as count, count(*) filter (where is_active)::int as active
    from traits group by grouping sets ((), (state), (language), (often), (stopped)) order by trait, count(*) desc, value`.execute(db)
  return rows
}

export type Stopped = { reason: SuppressionReason; count: number }

/** Addresses that mail was stopped for within the period, by reason: also of those who were forgotten since. */
export const countStopped = (
  db: Db,
  { networkId, start, end }: { networkId: string; start: Temporal.Instant; end: Temporal.Instant },
): Promise<Stopped[]> =>
  db
    .selectFrom('suppression')
    .select((of) => ['reason', of.fn.countAll<number>().as('count')])
    .where('networkId', '=', networkId)
    .where('since', '>=', start)
    .where('since', '<', end)
    .groupBy('reason')
    .execute()
