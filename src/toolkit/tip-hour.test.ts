import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { hourAhead } from './tip-hour.rules.ts'
import { publishDueTips } from './tip.data.ts'

const community = useCommunity()

test('a tip that Ada set for an hour appears at that hour, not before', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  const slug = await community.tip({ title: 'For April', draft: true })
  expect(await ada.get(`/tips/${slug}`)).toContain('Publish it at an hour of your choice')

  expect(await ada.post(`/tips/${slug}/hour`, { hour: '2026-04-01T09:00' })).toContain('It is published by itself: ')
  await publishDueTips(community.db, community.now())
  expect((await stranger.request('GET', `/tips/${slug}`)).status).toBe(404)

  community.wait({ hours: 24 * 28 })
  await publishDueTips(community.db, community.now())
  await publishDueTips(community.db, community.now())
  expect(await stranger.get(`/tips/${slug}`)).toContain('Wednesday, April 1, 2026')
  expect((await ada.request('GET', `/tips/${slug}/hour`)).status).toBe(404)
})

test('an hour that was taken back brings nothing; one that is past or none is refused; others choose none', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.tip({ title: 'For April', draft: true })
  for (const hour of ['2026-03-01T09:00', 'tomorrow', '9999-01-01T00:00', '']) {
    const refused = await ada.request('POST', `/tips/${slug}/hour`, { fields: { hour } })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('still to come')
  }
  await ada.post(`/tips/${slug}/hour`, { hour: '2026-04-01T09:00' })
  await ada.post(`/tips/${slug}/hour/removal`)
  await publishDueTips(community.db, community.now().add({ hours: 24 * 60 }))
  expect((await community.stranger().request('GET', `/tips/${slug}`)).status).toBe(404)

  const ben = community.as(await community.person('Ben'))
  expect((await ben.request('POST', `/tips/${slug}/hour`, { fields: { hour: '2026-04-01T09:00' } })).status).toBe(404)
})

test('an hour is that of the community’s zone, in summer too', () => {
  const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
  expect(hourAhead('2026-03-07T09:00', 'America/Chicago', now)?.toString()).toBe('2026-03-07T15:00:00Z')
  expect(hourAhead('2026-03-09T09:00', 'America/Chicago', now)?.toString()).toBe('2026-03-09T14:00:00Z')
})
