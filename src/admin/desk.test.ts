import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('the desk says what waits, and leads to what one begins and looks after', async () => {
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/admin')).toContain('Nothing waits.')

  await community.tip({ draft: true })
  await community.webinar({ draft: true })
  await community.webinar({ draft: true, title: 'Another' })

  const desk = await ada.get('/admin')
  expect(desk).toContain('1 tip is a draft')
  expect(desk).toContain('2 webinars are drafts')
  for (const href of ['/tips/new', '/webinars/new', '/admin/settings', '/about']) expect(desk).toContain(`href="${href}"`)
})

test('the desk says who is coming to what is next', async () => {
  await community.event({ title: 'Spring call' })
  await community.as(await community.person('Ben')).post('/events/spring-call/rsvp')

  const desk = await community.as(await community.person('Ada')).get('/admin')

  expect(desk).toContain('1 person is coming to “Spring call”')
  expect(desk).toContain('Wednesday, March 18, 2026')
})

test('the owner is told of mail that does not leave; stewards are not sent to a page they cannot open', async () => {
  const owner = community.as(await community.person('Olga', { role: 'owner' }))
  const ada = community.as(await community.person('Ada'))
  expect(await owner.get('/admin')).toContain('href="/outbox"')
  expect(await ada.get('/admin')).not.toContain('/outbox')

  await community.stranger().post('/join', { email: 'reader@example.net', 'list-monthly-update': 'yes' })
  expect(await owner.get('/admin')).not.toContain('longer than ten minutes')
  community.wait({ minutes: 11 })

  expect(await owner.get('/admin')).toContain('1 mail waits longer than ten minutes')
})

test('every way from the desk leads somewhere', async () => {
  const ada = community.as(await community.person('Ada'))
  const main = /<main[\s\S]*<\/main>/.exec(await ada.get('/admin'))?.[0] ?? ''
  const ways = [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)

  expect(ways.length).toBeGreaterThan(4)
  for (const href of ways) expect([href, (await ada.request('GET', href)).status < 400]).toEqual([href, true])
})

test('the desk is not there for strangers and members', async () => {
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    expect((await browser.request('GET', '/admin')).status).toBe(404)
})

test('stewards who read Spanish have a desk in Spanish', async () => {
  const ada = community.as(await community.person('Ada', { language: 'es' }))
  await community.tip({ draft: true })

  const desk = await ada.get('/admin')

  expect(desk).toContain('Lo que espera hoy')
  expect(desk).toContain('Hay 1 consejo en borrador')
})
