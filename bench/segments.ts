import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '#config'
import { connect, migrate, openPool, transaction, type Db } from '#database'
import { startEmbedded } from '#database/embedded'
import { findRootNetwork } from '#networks'
import { seedMembers } from '../src/seed-members.ts'
import { seedWhenEmpty } from '../src/seed.ts'
import { countPeople } from '../src/segments/count.data.ts'
import { readDefinition } from '../src/segments/definition.rules.ts'
import type { Figure } from './figures.ts'
import { newEvent } from './guests.ts'

const members = Number(process.env['MEMBERS'] ?? 1_000_000)
const times = 7

/** How long segments of every kind take to count, with their sample, among a million people; the middle of seven. */
export async function benchSegments(): Promise<Figure[]> {
  const kept = process.env['SEGMENTS_DATA_DIR']
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'guildhall-bench-segments-'))
  const server = await startEmbedded({ dataDir })
  const pool = openPool(server.url)
  try {
    await migrate(pool)
    const db = connect(pool)
    if (await seedWhenEmpty(db, readConfig({ LOG_LEVEL: 'silent' }))) await seedMembers(db, members)
    return await figuresOf(db)
  } finally {
    await pool.end()
    await server.stop()
    if (!kept) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function figuresOf(db: Db): Promise<Figure[]> {
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new Error('There is no network.')
  const { eventId, listId } = await largeCall(db)
  await sql`vacuum analyze segment_person, rsvp, person`.execute(db)
  const yardstick = await middle(() => sql`select count(*) from segment_person`.execute(db))
  const asking = { networkId: network.id, language: network.language, timeZone: network.timeZone }
  const figures: Figure[] = []
  for (const [figure, parts] of Object.entries(questions(eventId, listId))) {
    const definition = readDefinition({ v: 1, root: { id: 'root', kind: 'group', join: 'all', parts } })
    const ours = await middle(() => countPeople(db, definition, asking))
    figures.push({ figure, ours, unit: 'ms', yardstick, bar: '< 500 ms', isMet: ours < 500 })
  }
  return figures
}

/** A call with 20,000 guests: more than any has had. */
async function largeCall(db: Db) {
  const slug = `call-${Date.now()}`
  const { id } = await newEvent(db, slug, 50_000)
  await sql`insert into rsvp (event_id, person_id, answer, place, answered_at, seated_at)
    select ${id}, person_id, 'seated', n, now(), now() from (select person_id, row_number() over () as n from membership limit 20000) as guest`.execute(
    db,
  )
  const list = await db.selectFrom('list').select('id').orderBy('position').executeTakeFirstOrThrow()
  return { eventId: id, listId: list.id }
}

function questions(event: string, list: string): Record<string, object[]> {
  let made = 0
  const rule = (kind: string, values: object, not = false) => ({ id: `part${made++}`, kind, not, ...values })
  const plains = rule('state', { states: ['NE', 'CO'] })
  const silent = rule('event', { answer: 'rsvped', event }, true)
  const schools = rule('organisation', { kinds: ['college', 'school'] })
  const spanish = rule('language', { languages: ['es'] })
  const recent = rule('joined', { side: 'since', day: '2026-01-01' })
  const either = {
    id: `part${made++}`,
    kind: 'group',
    join: 'any',
    parts: [schools, spanish, recent, rule('event', { answer: 'question', event: 'any' })],
  }
  return {
    everybody: [],
    'two states': [plains],
    'on a list': [rule('list', { standing: 'on', list })],
    'not RSVPed to a call of 20,000': [silent],
    'two states, on a list, not RSVPed': [plains, rule('list', { standing: 'on', list }), silent],
    'a group of four kinds, and on a list': [either, rule('list', { standing: 'on', list })],
    'RSVPed to any event': [rule('event', { answer: 'rsvped', event: 'any' })],
    nobody: [rule('role', { roles: ['owner'] }), rule('state', { states: ['GU'] })],
  }
}

async function middle(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    await ask()
    took.push(performance.now() - began)
  }
  return took.toSorted((one, other) => one - other)[times >> 1] ?? 0
}
