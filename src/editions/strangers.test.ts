import { expect, test } from 'vitest'
import { blocksIn, compose, useCommunity } from '#test'

const community = useCommunity()

const stewardsOnly = [
  ['GET', '/updates/new'],
  ['POST', '/updates'],
  ...['edit', 'preview', 'preview/mail', 'preview/text', 'send', 'sending', 'removal', 'correction'].map(
    (path) => ['GET', `/updates/spring-update/${path}`] as const,
  ),
  ...[
    'edit',
    'test',
    'schedule',
    'schedule/removal',
    'sending',
    'sending/pause',
    'sending/resumption',
    'sending/cancellation',
    'sending/retry',
    'publication',
    'removal',
    'correction',
  ].map((path) => ['POST', `/updates/spring-update/${path}`] as const),
] as const

async function draft() {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { [`${first}-text`]: 'A secret until it is sent.' })
  return ada
}

test('to strangers and members the stewards’ pages are not there, and nothing they send changes anything', async () => {
  await draft()
  const before = JSON.stringify(await community.db.selectFrom('edition').selectAll().execute())
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    for (const [method, path] of stewardsOnly) {
      const page = await browser.request(
        method,
        path,
        method === 'POST' ? { fields: { publish: 'yes', subject: 'Mine', language: 'en', at: '2026-04-01T10:00', act: 'save' } } : {},
      )
      expect([method, path, page.status, page.html.includes('secret')]).toEqual([method, path, 404, false])
    }
  expect(JSON.stringify(await community.db.selectFrom('edition').selectAll().execute())).toBe(before)
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
})

test('a draft is in no list, page or feed but the stewards’', async () => {
  const ada = await draft()
  const stranger = community.stranger()
  expect((await stranger.request('GET', '/updates/spring-update')).status).toBe(404)
  for (const path of ['/updates', '/updates/feed.xml']) expect(await stranger.get(path)).not.toContain('Spring update')
  expect(await ada.get('/updates')).toContain('Spring update')
  expect(await ada.get('/updates/spring-update')).toContain('A secret until it is sent.')
  expect(await ada.get('/admin')).toContain('1 update is a draft')
})

test('the preview may run nothing, load nothing from elsewhere, send nothing, and stands in our frames alone', async () => {
  const ada = await draft()
  for (const path of ['mail', 'mail?night=yes', 'text']) {
    const { headers, html, status } = await ada.request('GET', `/updates/spring-update/preview/${path}`)
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
    )
    expect(html).not.toMatch(/\{\{/)
    expect(html).toContain('/unsubscribe/preview')
  }
  const page = await ada.get('/updates/spring-update/preview')
  expect([...page.matchAll(/<iframe [^>]*>/g)].every(([frame]) => /\ssandbox(=""|[\s>])/.test(frame))).toBe(true)
  expect(page.match(/<iframe /g)).toHaveLength(5)
})

test('as a named reader, Ada sees that reader’s name, and hears when nobody has the address', async () => {
  const ada = await draft()
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { [`${first}-text`]: 'Hello {{firstName}},' })
  await community.reader(await community.person('Ben'))
  expect(await ada.get('/updates/spring-update/preview/mail?reader=Ben@example.org')).toContain('Hello Ben,')
  expect(await ada.get('/updates/spring-update/preview/text')).toContain('Hello Ada,')
  expect(await ada.get('/updates/spring-update/preview/text?reader=x')).toContain('Hello colleague,')
  expect(await ada.get('/updates/spring-update/preview?reader=chidi@example.org')).toContain('Nobody on the list has this address.')
})
