import { sql } from 'kysely'
import type { Db, Tx } from '#database'

/** A UUIDv7 (RFC 9562, section 5.7) of the moment that `at` names, made where the rows are made. */
const idAt = (at: string) =>
  sql.raw(
    `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from ${at}) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`,
  )

const firstNames = [
  'Alma',
  'Amir',
  'Bea',
  'Caleb',
  'Carmen',
  'Dana',
  'Darnell',
  'Elena',
  'Esther',
  'Farid',
  'Grace',
  'Hassan',
  'Inez',
  'Jamal',
  'Joy',
  'Kai',
  'Lena',
  'Linh',
  'Luis',
  'Maya',
  'Nadia',
  'Noah',
  'Omar',
  'Priya',
  'Quinn',
  'Rosa',
  'Sam',
  'Tavita',
  'Uma',
  'Victor',
  'Wren',
  'Yusuf',
  'Zoë',
]
const lastNames = [
  'Abbott',
  'Begay',
  'Castillo',
  'Diaz',
  'Engström',
  'Fields',
  'Garza',
  'Haddad',
  'Ishikawa',
  'Jensen',
  'Kowalski',
  'Lopez',
  'Mwangi',
  'Nguyen',
  'O’Neill',
  'Patel',
  'Quintero',
  'Ramírez',
  'Schmidt',
  'Tran',
  'Underwood',
  'Vang',
  'Whitehorse',
  'Xiong',
  'Yoder',
  'Zielinski',
]
const places = [
  'Bluestem',
  'Cedar Valley',
  'Front Range',
  'Great Bend',
  'Iron Range',
  'Lakeshore',
  'North Fork',
  'Piedmont',
  'Prairie',
  'Red River',
  'Ridgeline',
  'Tidewater',
  'Three Rivers',
  'Upper Plains',
]
const kinds = [
  'Workforce Board',
  'Community College',
  'Chamber of Commerce',
  'Economic Development',
  'Manufacturers’ Alliance',
  'Health Careers Council',
  'Department of Labor',
  'School District',
]
const jobs = [
  'Convener',
  'Workforce board director',
  'Dean',
  'Business services',
  'State lead',
  'Career coach',
  'Plant manager',
  'Chamber staff',
  'Instructor',
  '',
]
const homes = [
  ['NE', 'America/Chicago'],
  ['CO', 'America/Denver'],
  ['PA', 'America/New_York'],
  ['OR', 'America/Los_Angeles'],
  ['AZ', 'America/Phoenix'],
  ['WY', 'America/Denver'],
  ['IA', 'America/Chicago'],
  ['OH', 'America/New_York'],
  ['CA', 'America/Los_Angeles'],
  ['TX', 'America/Chicago'],
  ['HI', 'Pacific/Honolulu'],
  ['NC', 'America/New_York'],
]

/**
 * Rows made from rows by one statement need no check of each reference, half of the work. Only a superuser may leave it out,
 * and with it goes what tables tell of their changes: not for tables that pages are made from.
 */
export const checkReferences = (tx: Tx, isOn: boolean) =>
  sql`select set_config('session_replication_role', ${isOn ? 'origin' : 'replica'}, true) from pg_roles where rolname = current_user and rolsuper`.execute(
    tx,
  )

/** Adds invented people, as many as asked, all on reserved addresses, in the order in which they came. */
export const saveInventedMembers = (db: Db, networkId: string, count: number, now: Temporal.Instant) =>
  sql`
    with invented as (
      select n, (${now}::timestamptz - (${count}::int - n + random()) / ${count}::int * interval '4 years') as at, (random() * 1e9)::int as dice
      from generate_series(1, ${count}::int) as n
    ), people as (
      insert into person (id, email, first_name, last_name, organisation, job, state, time_zone, language, email_proved_at, began_at)
      select ${idAt('at')}, 'member' || n || '.' || dice || '@example.org',
        (${firstNames}::text[])[1 + dice % ${firstNames.length}::int], (${lastNames}::text[])[1 + (dice / 7) % ${lastNames.length}::int],
        (${places}::text[])[1 + (dice / 31) % ${places.length}::int] || ' ' || (${kinds}::text[])[1 + (dice / 97) % ${kinds.length}::int],
        (${jobs}::text[])[1 + (dice / 11) % ${jobs.length}::int],
        (${homes.map(([state]) => state)}::text[])[1 + (dice / 13) % ${homes.length}::int], (${homes.map(([, zone]) => zone)}::text[])[1 + (dice / 13) % ${homes.length}::int],
        case when dice % 12 = 0 then 'es' end, at, at
      from invented returning id, began_at
    )
    insert into membership (network_id, person_id, role, began_at) select ${networkId}::uuid, id, 'member', began_at from people`.execute(
    db,
  )

/** Keeps the proofs of those who are on a list: two of three were brought along, the others joined by a form and confirmed. */
export const saveInventedConsents = (db: Db, networkId: string) =>
  sql`
    insert into consent (id, network_id, list_id, person_id, address, kind, at, wording, source)
    select new_id(), network_id, list_id, person_id, email, step.kind, case step.kind when 'given' then asked_at else confirmed_at end,
      'Yes, send me the monthly update.', case when n < 2 then 'import of people.csv: an earlier list' else step.source end
    from (select *, abs(hashtext(person_id::text)) % 3 as n from subscription) as dealt
    join person on person.id = person_id
    join (values ('given', 'join page'), ('confirmed', 'mail to confirm')) as step (kind, source) on n = 2 or step.kind = 'given'
    where network_id = ${networkId} and not exists (select from example_person where example_person.person_id = dealt.person_id)
      and not exists (select from consent where consent.person_id = dealt.person_id and consent.list_id = dealt.list_id)`.execute(db)

/** Adds office hours of the past years, one a month, each with its words and seats. */
export const saveInventedEvents = (db: Db, networkId: string, months: number, now: Temporal.Instant) =>
  sql`
    with invented as (
      select n, date_trunc('hour', ${now}::timestamptz) - n * interval '1 month' as at from generate_series(1, ${months}::int) as n
    ), events as (
      insert into event (id, network_id, slug, kind, hosts, starts_at, ends_at, time_zone, begun_at, changed_at, published_at)
      select ${idAt('at')}, ${networkId}::uuid, 'office-hours-' || to_char(at, 'YYYY-MM'), 'office-hours', array['Ada Whitfield'], at, at + interval '1 hour', 'America/New_York', at - interval '2 months', at - interval '2 months', at - interval '2 months'
      from invented on conflict (network_id, slug) do nothing returning id, slug
    ), texts as (
      insert into event_text (event_id, language, title, summary) select id, 'en', 'Office hours: ' || slug, 'Bring a challenge and leave with advice you can use at once.' from events
    )
    insert into event_seats (event_id) select id from events`.execute(db)

/** Lets some forty people come to each past event that nobody came to. */
export const saveInventedRsvps = (db: Db, networkId: string, now: Temporal.Instant) =>
  sql`
    with member as materialized (
      select person_id, row_number() over () as n, count(*) over () as total from membership where network_id = ${networkId}
    ), chosen as (
      select distinct event.id as event_id, event.starts_at - interval '3 days' as at, 1 + abs(hashtext(event.id::text || k)) % (select min(total) from member) as n
      from event join event_seats on event_seats.event_id = event.id and seated = 0 cross join generate_series(1, 40) as k
      where event.network_id = ${networkId} and event.starts_at < ${now}
    ), came as (
      insert into rsvp (event_id, person_id, answer, place, answered_at, seated_at)
      select event_id, person_id, 'seated', row_number() over (partition by event_id), at, at from chosen join member using (n)
      on conflict do nothing returning event_id
    )
    update event_seats set seated = counted.people, last_place = counted.people
    from (select event_id, count(*)::int as people from came group by event_id) as counted where counted.event_id = event_seats.event_id`.execute(
    db,
  )
