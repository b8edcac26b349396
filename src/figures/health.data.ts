import { sql } from 'kysely'
import { readMany, type Db } from '#database'
import type { SuppressionReason } from '#suppressions'

export type OfList = { networkId: string; listId: string | null }

/** How many of those on the list have this in common: a state, a language, how often they want mail, why they get none. */
export type Common = { trait: 'all' | 'state' | 'language' | 'often' | 'stopped'; value: string | null; count: number; active: number }

/**
 * Everybody on the list, told apart in four ways at once: first all who are alike in all of them, then those. Someone on several lists counts once, with the most they asked for.
 * Active is whoever took a place at an event or signed in since then; opening a mail is watched by nobody.
 */
export const countTraits = (db: Db, { networkId, listId, since }: OfList & { since: Temporal.Instant }): Promise<Common[]> =>
  readMany(db, async (tx) => {
    const { rows } = await sql<Common>`
    with reader as (${listId === null ? readersOfAny(networkId) : readersOf(networkId, listId)}), stopped as materialized (
      select person.id as person_id, min(reason) as reason from suppression join person on email = address
      where network_id = ${networkId} and ended_at is null group by person.id
    ), active as materialized (
      select person_id from rsvp where answered_at >= ${since}::timestamptz and answer <> 'declined'
      union select person_id from session where seen_at >= ${since}::timestamptz
    ), traits as (
      select nullif(state, '') as state, language, (array['pause', 'monthly', 'each'])[often] as often, coalesce(stopped.reason, '') as stopped,
        count(*) as people, count(active.person_id) as active
      from reader join segment_person using (person_id) left join stopped using (person_id) left join active using (person_id)
      group by 1, 2, 3, 4
    )
    select case grouping(state, language, often, stopped) when 7 then 'state' when 11 then 'language' when 13 then 'often' when 14 then 'stopped' else 'all' end as trait,
      coalesce(state, language, often, stopped) as value, coalesce(sum(people), 0)::int as count, coalesce(sum(active), 0)::int as active
    from traits group by grouping sets ((), (state), (language), (often), (stopped)) order by trait, count desc, value`.execute(tx)
    return rows
  })

const often = sql`case when paused_until is not null then 1 when frequency = 'monthly' then 2 else 3 end`

const readersOf = (networkId: string, listId: string) => sql`
  select person_id, ${often} as often from subscription
  where network_id = ${networkId} and list_id = ${listId} and confirmed_at is not null and left_at is null`

const readersOfAny = (networkId: string) => sql`
  select person_id, max(${often}) as often from subscription
  where network_id = ${networkId} and confirmed_at is not null and left_at is null group by person_id`

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
