import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig, type Config } from '#config'
import { connect, migrate, openPool } from '#database'
import { startEmbedded, type Embedded } from '#database/embedded'
import { newLog } from '#platform/http'
import { seedWhenEmpty } from './seed.ts'
import { freePort } from '#test'
import { startWeb } from './web.ts'

let dataDir: string
let config: Config
let server: Embedded
let stopWeb: () => Promise<unknown>
let endPool: () => Promise<unknown>

const startServer = () => startEmbedded({ dataDir, throwaway: true })
const ask = (path: string, headers = {}) => fetch(config.baseUrl + path, { headers, redirect: 'manual' })
/** Not kept for strangers, so the database is asked. */
const askFresh = () => ask('/sign-in', { cookie: 'session=of-nobody' })

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'guildhall-outage-'))
  server = await startServer()
  const port = await freePort()
  config = { ...readConfig({ LOG_LEVEL: 'silent', PORT: String(port), BASE_URL: `http://127.0.0.1:${port}` }), databaseUrl: server.url }
  const pool = openPool(server.url)
  endPool = () => pool.end()
  await migrate(pool)
  const db = connect(pool)
  await seedWhenEmpty(db, config)
  stopWeb = await startWeb({ config, db, log: newLog(config) })
}, 60_000)

afterAll(async () => {
  await stopWeb()
  await endPool()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('while the database restarts under load, readers see a page that says so; then all works again by itself', async () => {
  expect((await askFresh()).status).toBe(200)

  const load = keepAsking()
  await server.stop()
  const away = await askFresh()
  const [live, ready] = [await ask('/health/live'), await ask('/health/ready')]
  server = await startServer()
  await expect.poll(async () => (await askFresh()).status, { timeout: 15_000 }).toBe(200)
  const statuses = await load.stop()

  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await away.text()).toContain('We will be back in a minute')
  expect([live.status, ready.status]).toEqual([200, 503])
  expect([...statuses].toSorted()).toEqual([200, 503])
}, 60_000)

test('after an outage, changes are heard again and strangers’ pages are kept again', async () => {
  await expect.poll(async () => (await ask('/health/ready')).status).toBe(200)
  await expect
    .poll(
      async () => {
        const first = (await ask('/about')).headers.get('etag')
        return first !== null && (await ask('/about', { 'if-none-match': first })).status
      },
      { timeout: 5000 },
    )
    .toBe(304)
})

/** Four readers who ask one page after the other. */
function keepAsking() {
  const statuses = new Set<number>()
  let isOn = true
  const reader = async () => {
    while (isOn) statuses.add((await askFresh()).status)
  }
  const readers = [reader(), reader(), reader(), reader()]
  return {
    async stop() {
      isOn = false
      await Promise.all(readers)
      return statuses
    },
  }
}
