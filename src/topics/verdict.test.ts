import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { isLoved, isStale } from './verdict.rules.ts'

const community = useCommunity()

test('a reader without account says that a tip helped, once a day, and what to change; Ada reads both', async () => {
  const slug = await community.tip({ title: 'Play your role' })
  const [stranger, ada] = [community.stranger(), community.as(await community.person('Ada'))]
  expect(await stranger.get(`/tips/${slug}`)).toContain('Did this help?')

  expect(await stranger.post(`/helped/tips/${slug}`, { helped: 'yes' })).toContain('Your suggestion')
  await stranger.post(`/helped/tips/${slug}`, { helped: 'no' })
  const words = '<script>alert(1)</script>\nSay it in Diné.'
  expect(await stranger.post(`/helped/tips/${slug}/suggestion`, { words })).toContain('The stewards read every suggestion')

  expect(await ada.get('/admin')).toContain('1 suggestion for tips and steps')
  const page = await ada.get('/admin/helped')
  expect(page).toContain('&lt;script>alert(1)')
  expect(page).toMatch(/Play your role<\/a><\/t[hd]><td[^>]*>1<\/td><td[^>]*>0</)
  const [, id] = /\/admin\/helped\/([0-9a-f-]+)\/settlement/.exec(page) ?? []
  expect(await ada.post(`/admin/helped/${id}/settlement`)).toContain('No suggestion waits.')
})

test('a suggestion of nothing is not sent, a robot’s is dropped, and one place sends no more than ten a day', async () => {
  const slug = await community.tip()
  const stranger = community.stranger()
  const send = (fields: Record<string, string>) => stranger.request('POST', `/helped/tips/${slug}/suggestion`, { fields })
  expect((await send({ words: '  ' })).html).toContain('Write a few words first.')
  expect((await send({ words: 'x'.repeat(2001) })).status).toBe(422)

  await send({ words: 'Buy this', website: 'https://evil.example' })
  for (let at = 0; at < 12; at++) await send({ words: `Say ${at}` })

  const { length } = (await community.as(await community.person('Ada')).get('/admin/helped')).match(/\/settlement/g) ?? []
  expect(length).toBe(10)
})

test('drafts are asked about by nobody, and only stewards read what was said', async () => {
  const slug = await community.tip({ draft: true })
  const stranger = community.stranger()
  expect((await stranger.request('POST', `/helped/tips/${slug}`, { fields: { helped: 'yes' } })).status).toBe(404)
  expect((await stranger.request('GET', '/helped/people/ben/suggestion')).status).toBe(404)
  for (const browser of [stranger, community.as(await community.person('Ben'))])
    expect((await browser.request('GET', '/admin/helped')).status).toBe(404)
})

test('loved is what helped many, stale what nobody touched for a year', () => {
  expect([isLoved({ helped: 4, didNot: 0 }), isLoved({ helped: 8, didNot: 2 }), isLoved({ helped: 8, didNot: 3 })]).toEqual([
    false,
    true,
    false,
  ])
  const editedAt = Temporal.Instant.from('2025-03-01T00:00:00Z')
  expect([editedAt.add({ hours: 8000 }), editedAt.add({ hours: 9000 })].map((now) => isStale({ editedAt }, now))).toEqual([false, true])
})
