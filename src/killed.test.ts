import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import { freePort, startProgram, type Program } from '#test'

let settings: { PORT: string; DATA_DIR: string }
let program: Program

beforeAll(async () => {
  settings = { PORT: String(await freePort()), DATA_DIR: mkdtempSync(join(tmpdir(), 'guildhall-killed-')) }
  program = await startProgram(settings)
}, 120_000)
afterAll(async () => {
  await program.stop()
  rmSync(settings.DATA_DIR, { recursive: true, force: true })
})

/** The program brings its database along, and takes it with it when it is killed. */
async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const pool = openPool(findEmbedded(settings.DATA_DIR)?.url ?? '', { max: 2 })
  pool.on('error', () => undefined)
  return work(connect(pool)).finally(() => pool.end())
}

const countOf = async (db: Db, what: ReturnType<typeof sql<{ count: number }>>) => (await what.execute(db)).rows[0]?.count
const undrawn = sql<{ count: number }>`
  select count(*) from slide_deck where pages is distinct from (select count(*) from slide_page where slide_page.webinar_id = slide_deck.webinar_id)`
const ahead = sql<{ count: number }>`select count(*) from rhythm_date join event on event.id = event_id where starts_at > now()`
const work = `from graphile_worker.jobs where task_identifier in ('draw-slides', 'make-dates-of-series')`
const waiting = sql<{ count: number }>`select count(*) ${sql.raw(work)}`
/** Some of it has begun; or all of it is done, where the machine is quicker than the test. */
const isUnderWay = async (db: Db) => {
  const { rows } = await sql<{ is: boolean }>`select count(*) = 0 or bool_or(locked_at is not null) as is ${sql.raw(work)}`.execute(db)
  return rows[0]?.is
}

test('killed while slides are drawn and a series is extended, the next start does both, whole and once', async () => {
  await withDatabase(async (db) => {
    await sql`update rhythm set unit = 'week', week = null`.execute(db)
    await sql`select graphile_worker.add_job('make-dates-of-series')`.execute(db)
    await expect.poll(() => isUnderWay(db), { timeout: 60_000, interval: 1 }).toBe(true)
    await program.kill()
  })
  program = await startProgram(settings)

  await withDatabase(async (db) => {
    await expect.poll(() => countOf(db, waiting), { timeout: 60_000 }).toBe(0)
    expect(await countOf(db, undrawn)).toBe(0)
    const { rows } = await sql<{ number: number; isWhole: boolean }>`
      select number, exists (select from event_text where event_text.event_id = rhythm_date.event_id)
        and exists (select from event_seats where event_seats.event_id = rhythm_date.event_id) as is_whole
      from rhythm_date order by number`.execute(db)
    expect(rows.every(({ isWhole }) => isWhole)).toBe(true)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1))
    expect(await countOf(db, ahead)).toBeGreaterThan(20)
  })
}, 180_000)
