import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRoutes, type RouteLine } from '#platform/http'
import { newBrowser, openEveryKind, openEveryPage, seededCommunity, type Browser, type Seeded } from '#test'

let community: Seeded
let routes: RouteLine[]
const ids = ['018f0000-0000-7000-8000-000000000000', 'nobody', '..%2f..', "'--", 'a'.repeat(300)]

beforeAll(async () => {
  community = await seededCommunity()
  routes = listRoutes(community.site)
}, 60_000)
afterAll(() => community.close())

const browser = (session?: string): Browser =>
  newBrowser(community.site, community.config.baseUrl, session ? { '__Host-session': session } : {})
const filled = (path: string, id: string) => path.replace(/:\w+(\{[^}]*\})?/g, id).replace('*', 'x')

test('what is not open to strangers is closed to them, by every method and with every kind of id', async () => {
  const open: string[] = []
  for (const { method, path, guard } of routes.filter((route) => route.guard !== 'anyone'))
    for (const id of path.includes(':') ? ids : ['']) {
      const { status, location } = await browser().request(method, filled(path, id))
      const refused = status === 404 || status === 400 || (guard === 'signedIn' && status === 303 && location?.startsWith('/sign-in?next='))
      if (!refused) open.push(`${status} ${method} ${filled(path, id)}`)
    }
  expect(open).toEqual([])
})

test('what is for stewards is not there for a member, and what is for the owner not for a steward', async () => {
  const open: string[] = []
  const { ben, ada } = community.cast
  for (const { method, path, guard } of routes.filter(
    (route) => route.guard === 'steward' || route.guard === 'owner' || route.guard === 'ownerOrToken',
  ))
    for (const [name, person] of guard === 'steward' ? [['Ben', ben] as const] : [['Ben', ben] as const, ['Ada', ada] as const]) {
      const { status } = await browser(person.session).request(method, filled(path, ids[0] ?? ''))
      if (status !== 404) open.push(`${status} ${name} ${method} ${path}`)
    }
  expect(open).toEqual([])
})

test('pages that the owner reaches by links are shown to nobody else unless they are public', async () => {
  const owners = await openEveryKind(community.site, browser(community.cast.olga.session))
  const publics = new Set((await openEveryPage(browser())).map(({ path }) => path))
  const leaks: string[] = []
  for (const { path } of owners.filter((page) => !publics.has(page.path))) {
    const { status, location } = await browser().request('GET', path)
    if (status !== 404 && !location?.startsWith('/sign-in')) leaks.push(`${status} ${path}`)
  }
  expect(leaks).toEqual([])
})

test('an unknown, altered or hostile id in any public address is answered with a page, never with a fault', async () => {
  const faults: string[] = []
  for (const { method, path } of routes.filter((route) => route.guard === 'anyone' && route.path.includes(':')))
    for (const id of ids) {
      const { status } = await browser().request(method, filled(path, id), method === 'POST' ? { fields: { extra: 'x' } } : {})
      if (status >= 500 || status === 200) faults.push(`${status} ${method} ${filled(path, id)}`)
    }
  expect(faults).toEqual([])
})

test('no form can be sent from another site, save those made for it', async () => {
  const taken: string[] = []
  for (const { method, path } of routes.filter((route) => route.method === 'POST')) {
    const { status } = await browser(community.cast.olga.session).request(method, filled(path, ids[0] ?? ''), {
      headers: { origin: 'https://evil.example.com' },
    })
    if (status !== 403) taken.push(`${method} ${path}`)
  }
  expect(taken).toEqual(['POST /join/embedded', 'POST /unsubscribe/:token/one-click'])
})

test('a forged Host header never gets into a page, a header or a mail', async () => {
  const page = await browser().request('GET', '/', { headers: { host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com' } })

  expect(page.html).not.toContain('evil.example.com')
  expect(JSON.stringify([...page.headers])).not.toContain('evil.example.com')
})

test('a body over the limit is refused with a sentence', async () => {
  const { status, html } = await browser().request('POST', '/language', {
    body: `language=es&next=${'x'.repeat(600_000)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

  expect(status).toBe(413)
  expect(html).toContain('That is too large')
})
