import { sql } from 'kysely'
import type { Db } from '#database'

/** The moment someone joined is made of their own id, so that it stays the same each time. */
export const saveSeededReaders = (db: Db, networkId: string, now: Temporal.Instant) =>
  sql`
    insert into subscription (network_id, list_id, person_id, asked_at, confirmed_at)
    select list.network_id, list.id, person.id, joined, joined + interval '7 minutes'
    from list
    join membership on membership.network_id = list.network_id
    join person on person.id = membership.person_id
    cross join lateral (select ${now}::timestamptz - (abs(hashtext(person.id::text)) % 365 + 1) * interval '1 day' as joined) as seeded
    where list.network_id = ${networkId} and (list.position = 0 or abs(hashtext(person.email)) % 2 = 0)
    on conflict do nothing`.execute(db)
