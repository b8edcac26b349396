import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('Ben reads all that is kept about him, and takes it along as a file', async () => {
  const ben = await community.person('Ben', { lastName: 'Okafor', shown: ['name'] })
  const page = await community.as(ben).get('/me/data')
  for (const words of ['Okafor', 'ben@example.org', 'Prairie Workforce Board', 'Members may see', 'March 4, 2026', 'Prairie Network'])
    expect(page).toContain(words)

  const { html, headers } = await community.as(ben).request('GET', '/me/data.json')

  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect(headers.get('content-disposition')).toBe('attachment; filename="my-data.json"')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(html)).toMatchObject({
    of: 'ben@example.org',
    from: 'Prairie Network',
    on: '2026-03-04T15:00:00Z',
    people: {
      profile: { address: 'ben@example.org', lastName: 'Okafor', membersMaySee: ['name'], addressProvedAt: '2026-03-04T15:00:00Z' },
      memberships: [{ network: 'Prairie Network', role: 'member' }],
      roleChanges: [],
    },
    'sign-in': { sessions: [{ endsAt: '2026-05-03T15:00:00Z' }], passkeys: [] },
  })
})

test('no secret and nobody else is in it', async () => {
  const ben = await community.person('Ben')
  await community.person('Chidi')
  await community.stranger().post('/sign-in', { email: ben.email })
  const { html } = await community.as(ben).request('GET', '/me/data.json')

  expect(html).not.toMatch(/chidi|hash|secret|token/i)
})

test('what Ben wrote is data and never a page', async () => {
  const ben = await community.person('Ben', { lastName: '<img src=x onerror=alert(1)>' })
  const page = await community.as(ben).get('/me/data')

  expect(page).toContain('&lt;img src=x onerror=alert(1)>')
  expect(page).not.toContain('<img src=x')
})

test('in Spanish its names are Spanish', async () => {
  const ben = await community.person('Ben', { language: 'es' })
  const page = await community.as(ben).get('/me/data')

  for (const words of ['Perfil', 'Membresías', 'Dirección comprobada', 'Zona horaria', 'Sesiones', 'Termina:'])
    expect(page).toContain(words)
})

test('strangers are asked to sign in', async () => {
  for (const path of ['/me/data', '/me/data.json'])
    expect((await community.stranger().request('GET', path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
})
