import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, newId, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import { freePort, startProgram, type Program } from '#test'

const guests = 600
const limited = 'office-hours-first-champions'
const free = 'office-hours-frontlines'
let settings: { PORT: string; DATA_DIR: string }
let program: Program

beforeAll(async () => {
  settings = { PORT: String(await freePort()), DATA_DIR: mkdtempSync(join(tmpdir(), 'guildhall-rsvp-')) }
  program = await startProgram(settings)
}, 120_000)
afterAll(async () => {
  await program.stop()
  rmSync(settings.DATA_DIR, { recursive: true, force: true })
})

test('killed again and again while people RSVP, the community keeps every RSVP it has acknowledged, and seats nobody twice', async () => {
  const people = await withDatabase((db) => signedInPeople(db, guests))
  const acknowledged = new Map<string, string[]>([
    [limited, []],
    [free, []],
  ])

  for (const enough of [60, 240]) {
    const asking = Promise.all([rsvpAll(people, limited, acknowledged), rsvpAll(people, free, acknowledged)])
    await expect.poll(() => acknowledged.get(free)?.length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(enough)
    await program.kill()
    await asking
    program = await startProgram(settings)
    for (const [slug, ids] of acknowledged) expect(await lost(slug, ids)).toEqual([])
  }
  await Promise.all([rsvpAll(people, limited, acknowledged), rsvpAll(people, free, acknowledged)])

  const rows = await withDatabase((db) =>
    db
      .selectFrom('rsvp')
      .innerJoin('event', 'event.id', 'rsvp.eventId')
      .select(['slug', 'answer', 'rsvp.place'])
      .orderBy('rsvp.place')
      .execute(),
  )
  const seats = await withDatabase((db) =>
    db.selectFrom('eventSeats').innerJoin('event', 'event.id', 'eventSeats.eventId').select(['slug', 'seated', 'waiting']).execute(),
  )
  for (const slug of [limited, free]) {
    const answers = rows.filter((row) => row.slug === slug).map(({ answer }) => answer)
    const most = slug === limited ? 40 : guests
    expect(answers).toEqual([...Array<string>(most).fill('seated'), ...Array<string>(guests - most).fill('waiting')])
    expect(seats.find((row) => row.slug === slug)).toMatchObject({ seated: most, waiting: guests - most })
  }
  const mails = await withDatabase((db) =>
    sql<{
      mails: number
    }>`select count(*) as mails from mail where to_address like 'guest%' group by to_address having count(*) <> 2`.execute(db),
  )
  expect(mails.rows).toEqual([])
}, 180_000)

async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const pool = openPool(findEmbedded(settings.DATA_DIR)?.url ?? '', { max: 4 })
  return work(connect(pool)).finally(() => pool.end())
}

/** Those of these people whose RSVP is not there. */
const lost = (slug: string, ids: string[]) =>
  withDatabase(async (db) => {
    const rows = await db
      .selectFrom('rsvp')
      .innerJoin('event', 'event.id', 'rsvp.eventId')
      .select('personId')
      .where('slug', '=', slug)
      .execute()
    const there = new Set(rows.map(({ personId }) => personId))
    return ids.filter((id) => !there.has(id))
  })

type Guest = { id: string; cookie: string }

async function signedInPeople(db: Db, count: number): Promise<Guest[]> {
  const people = Array.from({ length: count }, (_, n) => ({ id: newId(), token: `crash-${n}` }))
  const hashes = people.map(({ token }) => createHash('sha256').update(token).digest('hex'))
  const ids = people.map(({ id }) => id)
  await sql`insert into person (id, email, began_at) select id, 'guest' || n || '@example.org', now() from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(
    db,
  )
  await sql`insert into session (id, person_id, token_hash, began_at, seen_at, ends_at)
    select id, id, decode(hash, 'hex'), now(), now(), now() + interval '1 day' from unnest(${ids}::uuid[], ${hashes}::text[]) as t (id, hash)`.execute(
    db,
  )
  return people.map(({ id, token }) => ({ id, cookie: `session=${token}` }))
}

/** Eight at a time press the button; whoever was acknowledged before does not press again. */
async function rsvpAll(people: Guest[], slug: string, acknowledged: Map<string, string[]>): Promise<void> {
  const done = acknowledged.get(slug) ?? []
  const waiting = people.filter(({ id }) => !done.includes(id))
  const press = async () => {
    for (let guest = waiting.shift(); guest; guest = waiting.shift()) {
      const answer = await fetch(`${program.url}/events/${slug}/rsvp`, {
        method: 'POST',
        headers: { cookie: guest.cookie },
        redirect: 'manual',
      }).catch(() => undefined)
      if (answer?.status === 303) done.push(guest.id)
    }
  }
  await Promise.all(Array.from({ length: 8 }, press))
}
