import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, connect, openPool } from '#database'
import { createRootNetwork, findRootNetwork } from '#networks'
import { newDatabase, testConfig } from '#test'
import { listenToChanges } from './changes.ts'
import { newKeeper } from './keeper.ts'
import { answerKeptPages } from './kept-pages.ts'
import { newLog } from './log.ts'
import { anyone, newRoutes } from './routes.ts'
import { newSite } from './site.ts'

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
let made = 0
let origin: string
let close: () => Promise<void>
let rename: (name: string) => Promise<unknown>

const ask = (headers: Record<string, string> = {}, method = 'GET') => fetch(`${origin}/page`, { method, headers })
const read = async (headers: Record<string, string> = {}) => (await ask(headers)).text()

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
  const findVisitor = async () => null
  const site = newSite({ db, config: testConfig, log: newLog(testConfig), keeper, now: () => now, findNetwork, findVisitor, rooms: [room] })
  const fromKept = answerKeptPages(keeper, () => now)
  const anew = getRequestListener((request, env) => site.fetch(request, env))
  const server = createServer((request, response) => fromKept(request, response) || void anew(request, response))
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

test('strangers get the same page until another process changes what it shows', async () => {
  const first = await read()
  expect(await read()).toBe(first)

  await rename('Mountain Network')

  expect(await read()).toContain('Mountain Network')
})

test('a page from memory is the page that was made: its headers, its words, its length, in each encoding', async () => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    await rename(`Network of ${encoding}`)
    const [first, second] = [await ask({ 'accept-encoding': encoding }), await ask({ 'accept-encoding': encoding })]
    const headersOf = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name)))

    expect(headersOf(second)).toEqual(headersOf(first))
    expect(second.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await second.text()).toBe(await first.text())
  }
})

test('a browser that has the page is told so', async () => {
  const etag = (await ask()).headers.get('etag') ?? ''
  const again = await ask({ 'if-none-match': etag })

  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200)
})

test('each language has its own copy, chosen here or by the browser', async () => {
  await read()
  for (const headers of [
    { 'accept-language': 'es' },
    { 'accept-language': 'en;q=0.4, es-MX' },
    { cookie: 'language=es' },
    { cookie: 'a=b; language=es; c=d' },
  ]) {
    await read({ 'accept-language': 'es' })
    const counted = made
    await read(headers)
    expect(made).toBe(counted)
  }
  const counted = made
  await read({ 'accept-language': 'es', cookie: 'language=en' })
  expect(made).toBe(counted + 1)
})

test('whoever may be signed in, and whatever is no plain reading, is not answered from memory', async () => {
  const first = await read()
  for (const cookie of ['session=x', '__Host-session=x', 'a=b; session=x', 'a=b;session=x', 'session='])
    expect(await read({ cookie })).not.toBe(first)
  expect(await read({ cookie: 'mysession=x' })).toBe(await read())
  expect((await ask({}, 'HEAD')).headers.get('etag')).toBeNull()
  expect((await ask({ origin }, 'POST')).status).toBe(403)
  expect((await ask({ origin: testConfig.baseUrl }, 'POST')).status).toBe(405)
})
