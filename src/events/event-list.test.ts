import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

const on = (day: string) => Temporal.Instant.from(`${day}T17:00:00Z`)
const titlesOn = (page: string) => [...page.matchAll(/<h[23]><a [^>]*>(?:<[^>]*>)?([^<]*)/g)].map(([, title]) => title)

test('what is to come stands first, the nearest on top, what has no date yet below; then what has been, the latest first', async () => {
  await community.event({ title: 'In May', startsAt: on('2026-05-01') })
  await community.event({ title: 'Some day', open: true })
  await community.event({ title: 'In April', startsAt: on('2026-04-01') })
  await community.event({ title: 'Long ago', startsAt: on('2025-01-10') })
  await community.event({ title: 'Last month', startsAt: on('2026-02-10') })
  await community.event({ title: 'A draft', startsAt: on('2026-04-02'), draft: true })

  const stranger = await community.stranger().get('/events')
  expect(titlesOn(stranger)).toEqual(['In April', 'In May', 'Some day', 'Last month', 'Long ago'])
  expect(stranger).toMatch(/Held in 2026[^]*Last month[^]*Held in 2025[^]*Long ago/)
  expect(await community.as(await community.person('Ada')).get('/events')).toContain('A draft')
})

test('of many that are over, a page shows fifty, and a page that is not there is not found', async () => {
  for (let n = 0; n < 51; n++) await community.event({ title: `Call ${n}`, startsAt: on('2026-02-10').subtract({ hours: 24 * n }) })
  const stranger = community.stranger()

  expect(await stranger.get('/events')).toContain('Page 1 of 2')
  expect(titlesOn(await stranger.get('/events?page=2'))).toEqual(['Call 50'])
  expect((await stranger.request('GET', '/events?page=3')).status).toBe(404)
  for (const page of ['0', '-1', 'x', '1.5', '']) expect(await stranger.get(`/events?page=${page}`)).toContain('Page 1 of 2')
})

test('a kind shows only what is of that kind', async () => {
  await community.event({ title: 'A meet-up', kind: 'meet-up' })
  await community.event({ title: 'An old meet-up', kind: 'meet-up', startsAt: on('2026-02-10') })
  await community.event({ title: 'Office hours' })

  expect(titlesOn(await community.stranger().get('/events?kind=meet-up'))).toEqual(['A meet-up', 'An old meet-up'])
  expect(titlesOn(await community.stranger().get('/office-hours'))).toEqual(['Office hours'])
})
