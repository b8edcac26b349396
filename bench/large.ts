import { sql } from 'kysely'
import { newId, transaction, type Db } from '#database'
import { findRootNetwork } from '#networks'
import { newEvent } from './guests.ts'

export type Large = {
  networkId: string
  /** By the first part of an address, the address of something there. */
  samples: Record<string, string>
  /** Who waits last for the large call. */
  guestId: string
  tables: string[]
}

/** Beside the members: a call with 20,000 guests for 5,000 seats, 100,000 mails, most of them of one edition, 2,000 tips. */
export async function makeLarge(db: Db): Promise<Large> {
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new Error('There is no network.')
  const { id, slug } = await newEvent(db, 'large call', 5_000)
  await fillEvent(db, id)
  await fillMails(db, network.id)
  await fillTips(db, network.id)
  await sql`vacuum analyze`.execute(db)
  const guest = await db
    .selectFrom('rsvp')
    .select('personId')
    .where('eventId', '=', id)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const samples = { '/events': `/events/${slug}`, ...(await samplesOf(db)) }
  return { networkId: network.id, samples, guestId: guest.personId, tables: await tablesOf(db) }
}

async function samplesOf(db: Db): Promise<Record<string, string>> {
  const { rows } = await sql<{ room: string; path: string }>`
    select '/tips' as room, '/tips/tip-1000' as path
    union all (select '/next', '/events/' || slug from event where starts_at > now() and kind = 'office-hours' order by starts_at desc limit 1)
    union all (select '/webinars', '/webinars/' || slug from webinar limit 1)
    union all (select '/updates', '/updates/' || slug from edition where published_at is not null limit 1)
    union all (select '/admin/people', '/admin/people/' || person_id from membership limit 1)
    union all (select '/outbox', '/outbox/' || id from mail where content_id is null limit 1)`.execute(db)
  return Object.fromEntries(rows.map(({ room, path }) => [room, path]))
}

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  return rows.map(({ name }) => name)
}

async function fillEvent(db: Db, eventId: string) {
  await sql`insert into rsvp (event_id, person_id, answer, place, answered_at, seated_at)
    select ${eventId}, person_id, case when n <= 5000 then 'seated' else 'waiting' end, n, now(), case when n <= 5000 then now() end
    from (select person_id, row_number() over (order by person_id) as n from membership where role = 'member' limit 20000) as guest`.execute(
    db,
  )
  await sql`update event_seats set seated = 5000, waiting = 15000, last_place = 20000 where event_id = ${eventId}`.execute(db)
}

async function fillMails(db: Db, networkId: string) {
  const contentId = newId()
  await sql`insert into mail_content (id, network_id, kind, once_key, language, subject, html, text, queued_at)
    values (${contentId}, ${networkId}, 'edition', 'large edition', 'en', 'The monthly update', ${'<p>Words</p>'.repeat(500)}, ${'Words '.repeat(500)}, now())`.execute(
    db,
  )
  await sql`insert into edition_content select ${contentId}::uuid, id, false from edition limit 1`.execute(db)
  await sql`insert into mail (id, network_id, person_id, to_address, language, content_id, subject, body, queued_at, due_at, state, sent_at)
    select new_id(), ${networkId}::uuid, id, email, 'en', case when n % 10 > 0 then ${contentId}::uuid end, case when n % 10 = 0 then 'You are coming' end,
      case when n % 10 = 0 then ${'<p>Words</p>'.repeat(50)} end, began_at, now() + interval '1 day', case n % 50 when 0 then 'waiting' when 1 then 'failed' else 'sent' end, now()
    from (select *, row_number() over () as n from person limit 100000) as reader`.execute(db)
}

async function fillTips(db: Db, networkId: string) {
  await sql`with written as (
      insert into tip (id, network_id, slug, begun_at, published_at)
      select new_id(), ${networkId}, 'tip-' || n, now() - n * interval '1 hour', now() - n * interval '1 hour' from generate_series(1, 2000) as n returning id, slug
    ) insert into tip_text (tip_id, language, title, summary, body, edited_at)
      select id, language, slug, 'One line of it.', ${'Words to read. '.repeat(200)}, now() from written, unnest(array['en', 'es']) as language`.execute(
    db,
  )
}
