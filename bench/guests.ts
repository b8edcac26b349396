import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId, transaction, type Db } from '#database'
import { beginEvent, publishEvent } from '#events'
import { findRootNetwork } from '#networks'

/** People with a session each: their cookies. */
export async function signedInGuests(db: Db, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, (_, n) => `bench-${n}`)
  const ids = tokens.map(() => newId())
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'))
  await sql`insert into person (id, email, first_name, language, time_zone, email_proved_at, began_at)
    select id, 'guest' || n || '@example.org', 'Guest', 'en', 'America/Chicago', now(), now() from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(
    db,
  )
  await sql`insert into session (id, person_id, token_hash, began_at, seen_at, ends_at)
    select id, id, decode(hash, 'hex'), now(), now(), now() + interval '1 day' from unnest(${ids}::uuid[], ${hashes}::text[]) as t (id, hash)`.execute(
    db,
  )
  await sql`analyze person, session`.execute(db)
  return tokens.map((token) => `session=${token}`)
}

export async function newEvent(db: Db, title: string, capacity: number | null) {
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new Error('There is no network.')
  const now = Temporal.Now.instant()
  const startsAt = now.add({ hours: 240 }).round('hour')
  const call = { joinUrl: 'https://meet.example.org/bench', dialIn: '+1 202-555-0110', meetingId: '555 0110', passcode: '417052' }
  const begun = await beginEvent(
    db,
    { networkId: network.id, language: 'en' },
    {
      kind: 'office-hours',
      title,
      summary: 'Bring a question.',
      description: 'A champion is a business leader who takes the lead.\n\n'.repeat(20),
      hosts: ['Ada Whitfield', 'Marisol Vega'],
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      timeZone: 'America/New_York',
      place: '',
      call,
      capacity,
      rsvpOpensAt: null,
      rsvpClosesAt: null,
      reminders: ['day', 'hour'],
    },
    now,
  )
  await publishEvent(db, { networkId: network.id }, begun.slug, now)
  return begun
}
