import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('a watcher sees that the server lives and is ready', async () => {
  const stranger = community.stranger()

  expect((await stranger.request('GET', '/health/live')).status).toBe(200)
  expect((await stranger.request('GET', '/health/ready')).html).toBe('ready\n')
})

test('figures are for the owner; a member, a steward and a stranger find nothing', async () => {
  const owner = await community.person('Olga', { role: 'owner' })

  expect(await community.as(owner).get('/metrics')).toContain('guildhall_people 1')
  for (const visitor of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Ada'))])
    expect((await visitor.request('GET', '/metrics')).status).toBe(404)
})

test('a program needs the right token for figures, and while none is set no token is right', async () => {
  for (const authorization of ['Bearer ', 'Bearer null', 'Bearer undefined', 'Bearer guess'])
    expect((await community.stranger().request('GET', '/metrics', { headers: { authorization } })).status).toBe(404)
})

test('a method that a page does not know is refused and says which it does', async () => {
  const page = await community.stranger().request('DELETE', '/health/live')

  expect(page.status).toBe(405)
  expect(page.headers.get('allow')).toBe('GET')
})
