import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addressOf, connect, openPool } from '#database'
import { createRootNetwork, findRootNetwork } from '#networks'
import { newDatabase, testConfig, newBrowser } from '#test'
import { h } from 'preact'
import { anyone, newRoutes } from './routes.ts'
import { listenToChanges } from './changes.ts'
import { newKeeper } from './keeper.ts'
import { newLog } from './log.ts'
import { newSite } from './site.ts'

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
let made = 0
let close: () => Promise<void>
let browser: ReturnType<typeof newBrowser>
let rename: (name: string) => Promise<unknown>

beforeAll(async () => {
  const { url, pool } = await newDatabase()
  const db = connect(pool)
  await createRootNetwork(db, { name: 'Prairie Network', tagline: '', contactEmail: 'hello@example.org' }, now)
  const keeper = newKeeper()
  const changes = listenToChanges(addressOf(url), keeper)
  const room = newRoutes().get('/page', anyone, (c) =>
    c.var.page(h('html', null, `${c.var.network.name} ${++made}`), { keep: { tables: [] } }),
  )
  const findNetwork = () => findRootNetwork(db).then((network) => network ?? Promise.reject(new Error('no network')))
  const site = newSite({
    db,
    config: testConfig,
    log: newLog(testConfig),
    keeper,
    now: () => now,
    findNetwork,
    findVisitor: async () => null,
    rooms: [room],
  })
  browser = newBrowser(site, testConfig.baseUrl)
  const other = openPool(url)
  rename = (name) => sql`update network set name = ${name}`.execute(connect(other)).then(changes.caughtUp)
  await changes.caughtUp()
  close = () => Promise.all([changes.stop(), other.end()]).then(() => pool.end())
})
afterAll(() => close())

test('strangers get the same page until another process changes what it shows', async () => {
  const first = await browser.get('/page')
  expect(await browser.get('/page')).toBe(first)

  await rename('Mountain Network')

  expect(await browser.get('/page')).toContain('Mountain Network')
})

test('a browser that has the page is told so, and a compressed copy is the same page', async () => {
  const { headers, html } = await browser.request('GET', '/page')
  const again = await browser.request('GET', '/page', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
  expect([again.status, again.html]).toEqual([304, ''])
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")

  const packed = await browser.request('GET', '/page', { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(html).toContain('Network')
})

test('each language has its own copy', async () => {
  await browser.get('/page')
  const counted = made
  await browser.request('GET', '/page', { headers: { 'accept-language': 'es' } })
  expect(made).toBe(counted + 1)
})
