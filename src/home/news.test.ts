import { expect, test } from 'vitest'
import { transaction } from '#database'
import { seedEditions } from '#editions'
import { seedAnswers } from '#office-hours'
import { childrenOf, readXml, textsOf, useCommunity } from '#test'

const community = useCommunity()
const titles = (xml: string) => childrenOf(readXml(xml), 'entry').map((entry) => textsOf(entry, 'title')[0])

test('the feed of everything new holds tips and webinars, the newest first, and no drafts', async () => {
  await community.tip({ title: 'First' })
  community.wait({ hours: 1 })
  await community.webinar({ title: 'Second' })
  community.wait({ hours: 1 })
  await community.tip({ title: 'Third' })
  await community.tip({ title: 'Never', draft: true })
  await community.webinar({ title: 'Never either', draft: true })

  const page = await community.stranger().request('GET', '/feed.xml')

  expect(page.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(titles(page.html)).toEqual(['Third', 'Second', 'First'])
})

test('events to come stand in the feed and the map with their day, drafts in neither', async () => {
  await community.event({ title: 'Spring call' })
  await community.event({ title: 'Secret call', draft: true })
  const stranger = community.stranger()

  const feed = await stranger.get('/feed.xml')
  expect(titles(feed)).toEqual(['Spring call'])
  expect(feed).toContain('Wednesday, March 18, 2026')
  const map = await stranger.get('/sitemap.xml')
  expect(map).toContain('<loc>https://community.example.org/events/spring-call</loc>')
  expect(map).not.toContain('secret-call')
})

test('published updates stand in the feed and the map, drafts in neither', async () => {
  await seedEditions(community.db, community.network, community.now())
  const ada = community.as(await community.person('Ada'))
  const draft = await ada.request('POST', '/updates', { fields: { subject: 'A secret update', language: 'en' } })
  expect(draft.location).toContain('/updates/a-secret-update')
  const stranger = community.stranger()

  const feed = await stranger.get('/feed.xml')
  expect(titles(feed)).toEqual(['Who holds your partnership together?'])
  const map = await stranger.get('/sitemap.xml')
  expect(map).toContain('<loc>https://community.example.org/updates/first-update</loc>')
  expect(`${feed}${map}`).not.toMatch(/secret/)
})

test('an entry keeps its number when its words change', async () => {
  const slug = await community.tip()
  const stranger = community.stranger()
  const before = textsOf(childrenOf(readXml(await stranger.get('/feed.xml')), 'entry')[0] ?? readXml('<none/>'), 'id')
  const ada = community.as(await community.person('Ada'))
  const seen = /name="seen" value="([^"]*)"/.exec(await ada.get(`/tips/${slug}/edit?language=en`))?.[1] ?? ''
  community.wait({ hours: 5 })
  await ada.post(`/tips/${slug}`, { language: 'en', title: 'Changed', summary: '', body: 'Changed.', seen })

  const feed = readXml(await stranger.get('/feed.xml'))

  expect(titles(await stranger.get('/feed.xml'))).toEqual(['Changed'])
  expect(textsOf(childrenOf(feed, 'entry')[0] ?? feed, 'id')).toEqual(before)
  expect(textsOf(feed, 'updated')).toEqual([community.now().toString()])
})

test('the map of the site lists public pages only', async () => {
  await community.tip({ title: 'Shown' })
  await community.tip({ title: 'Hidden', draft: true })
  const held = await community.webinar({ title: 'Held' })
  const ada = community.as(await community.person('Ada'))
  for (const name of ['Marisol Vega', 'Nobody yet']) await ada.post('/speakers', { name, organisation: '', role: '' })
  const { id } = await community.db.selectFrom('speaker').select('id').where('slug', '=', 'marisol-vega').executeTakeFirstOrThrow()
  await ada.post(`/speakers/of/webinars/${held}`, { 'speaker-1': id })
  await transaction(community.db, (tx) => seedAnswers(tx, community.network, community.now()))
  await community.webinar({ title: 'Unheld', draft: true })
  await community.page('about')

  const page = await community.stranger().request('GET', '/sitemap.xml')
  const places = childrenOf(readXml(page.html), 'url').flatMap((url) => textsOf(url, 'loc'))

  expect(page.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  expect(places).toEqual(
    expect.arrayContaining(
      [
        '/',
        '/tips',
        '/tips/shown',
        '/webinars/held',
        '/about',
        '/office-hours/answers/a-partner-who-wants-to-run-it',
        '/speakers/marisol-vega',
      ].map((path) => `https://community.example.org${path}`),
    ),
  )
  expect(page.html).not.toMatch(/hidden|unheld|nobody-yet|\/edit|\/admin|\/me|contact/)
})

test('robots are told where the map is, and what is not for them', async () => {
  const page = await community.stranger().request('GET', '/robots.txt')

  expect(page.headers.get('content-type')).toContain('text/plain')
  expect(page.html).toContain('Sitemap: https://community.example.org/sitemap.xml')
  expect(page.html).toContain('Disallow: /admin')
})

test('help is there for everybody, in both languages', async () => {
  const stranger = community.stranger()

  expect(await stranger.get('/help')).toContain('Join the mailing list')
  await stranger.post('/language', { language: 'es', next: '/' })
  expect(await stranger.get('/help')).toContain('Súmese a la lista de correo')
})

test('the colours of the community are a stylesheet that browsers keep', async () => {
  const page = await community.stranger().request('GET', '/theme.css?accent=1f4a73')

  expect(page.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(page.headers.get('cache-control')).toContain('immutable')
  expect(page.html).toContain('--accent:#1f4a73')
  expect(await community.stranger().get('/theme.css?accent=%7D%3Cscript')).toContain('--accent:#')
})
