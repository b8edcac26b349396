import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, connect, openPool } from '#database'
import { createRootNetwork, findRootNetwork } from '#networks'
import { newDatabase, testConfig } from '#test'
import { newFollowers } from './followers.ts'
import { listenToChanges } from './changes.ts'
import { newKeeper, type Keeper } from './keeper.ts'
import { newLog } from './log.ts'
import { anyone, newRoutes } from './routes.ts'
import { newSite } from './site.ts'

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
let read = 0
let isBroken = false
let origin: string
let keeper: Keeper
let close: () => Promise<void>
let rename: (name: string) => Promise<unknown>

beforeAll(async () => {
  const { url, pool } = await newDatabase()
  const db = connect(pool)
  await createRootNetwork(db, { name: 'Prairie', tagline: '', contactEmail: 'hello@example.org' }, now)
  keeper = newKeeper()
  const changes = listenToChanges(addressOf(url), keeper)
  const room = newRoutes().get('/follow', anyone, (c) => {
    const load = async () => {
      read++
      if (isBroken) throw new Error('The database is away.')
      return c.var.part(h('p', null, (await findRootNetwork(db))?.name))
    }
    return c.var.follow({ name: 'the name', tables: ['network'], load })
  })
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
  const anew = getRequestListener((request, env) => site.fetch(request, env))
  const server = createServer((request, response) => void anew(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const other = openPool(url)
  rename = (name) => sql`update network set name = ${name}`.execute(connect(other)).then(changes.caughtUp)
  await changes.caughtUp()
  close = async () => {
    server.closeAllConnections()
    server.close()
    await Promise.all([changes.stop(), other.end()])
    await pool.end()
  }
})
afterAll(() => close())

/** Someone who follows: what they see now, and whether the line has ended. */
async function follower() {
  const response = await fetch(`${origin}/follow`)
  const seen = { response, pages: [] as string[], isOver: false }
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  void (async () => {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
      for (const [, html = ''] of next.value.matchAll(/^data: (.*)$/gm)) seen.pages.push(JSON.parse(html) as string)
    seen.isOver = true
  })()
  return { seen, leave: () => reader?.cancel() }
}

test('everybody who follows sees what another process changes, and it is read once for all of them', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, follower))
  for (const { seen } of all) await expect.poll(() => seen.pages).toEqual(['<p>Prairie</p>'])
  const before = read

  await rename('Mountain <b>')

  for (const { seen } of all) await expect.poll(() => seen.pages).toEqual(['<p>Prairie</p>', '<p>Mountain &lt;b></p>'])
  expect(read).toBe(before + 1)
  await rename('Mountain <b>')
  expect(all.map(({ seen }) => seen.pages.length)).toEqual(all.map(() => 2))
  await Promise.all(all.map(async ({ leave }) => leave()))
})

test('the line is not kept by anybody between, and says so', async () => {
  const { seen, leave } = await follower()
  expect(seen.response.headers.get('content-type')).toContain('text/event-stream')
  expect(seen.response.headers.get('cache-control')).toBe('no-store')
  await leave()
})

test('when it cannot be read the line ends, so that browsers come back for it', async () => {
  const { seen } = await follower()
  await expect.poll(() => seen.pages.length).toBe(1)
  isBroken = true
  await rename('Desert')
  await expect.poll(() => seen.isOver).toBe(true)
  isBroken = false
  const back = await follower()
  await expect.poll(() => back.seen.pages).toEqual(['<p>Desert</p>'])
  await back.leave()
})

test('a process that takes leave ends all lines at once, and begins none', async () => {
  const { seen } = await follower()
  await expect.poll(() => seen.pages.length).toBe(1)
  keeper.end()
  await expect.poll(() => seen.isOver).toBe(true)
  const late = await follower()
  await expect.poll(() => late.seen.isOver).toBe(true)
  expect(late.seen.pages).toEqual([])
})

test('as many follow as may, in all and from one network; whoever goes makes room', async () => {
  const follow = newFollowers(newKeeper(), { inAll: 2, perNetwork: 1 })
  const followed = { name: 'a call', tables: [], load: () => Promise.resolve('') }
  const first = follow(followed, '192.0.2.0/24')
  expect(follow(followed, '192.0.2.0/24')).toBeNull()
  expect(follow(followed, '198.51.100.0/24')).not.toBeNull()
  expect(follow(followed, '203.0.113.0/24')).toBeNull()
  await first?.body?.cancel()
  expect(follow(followed, '203.0.113.0/24')).not.toBeNull()
})
