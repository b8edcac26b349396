import { expect, test } from 'vitest'
import { childrenOf, ownCommunity, readXml, textsOf, useCommunity } from '#test'
import { readingMinutes } from './tip.rules.ts'

const community = useCommunity()
const words = {
  language: 'en',
  title: 'After the launch',
  summary: 'What comes next.',
  step: 'Launch',
  author: 'National team',
  body: '## Ninety days\n\nGo **slowly**.',
  seen: '',
}

/** What the form remembers of when the words were saved. */
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''

test('a stranger finds tips in the list, newest first, and reads one', async () => {
  await community.tip({ title: 'The first tip' })
  community.wait({ hours: 24 })
  await community.tip({ title: 'The second tip', body: 'Word '.repeat(660) })
  const stranger = community.stranger()

  const list = await stranger.get('/tips')
  expect(list.indexOf('The second tip')).toBeLessThan(list.indexOf('The first tip'))
  expect(list).toContain('3 minutes to read')
  const page = await stranger.get('/tips/the-first-tip')
  expect(page).toContain('<strong>help</strong>')
  expect(page).toContain('Wednesday, March 4, 2026')
  expect(page).toMatch(/rel="next"[^>]*href="\/tips\/the-second-tip"|href="\/tips\/the-second-tip"[^>]*rel="next"/)
  expect(page).toMatch(/<form[^>]*action="\/join"/)
})

test('of very many tips a page shows fifty; each leads to the one before and the one after, drafts left out', async () => {
  for (let n = 1; n <= 51; n++) {
    await community.tip({ title: `Tip ${n}` })
    community.wait({ hours: 1 })
  }
  await community.tip({ title: 'Nobody may see', draft: true })
  const stranger = community.stranger()

  const list = await stranger.get('/tips')
  expect(list).toContain('Page 1 of 2')
  expect(list).toContain('>Tip 2<')
  expect(list).not.toContain('>Tip 1<')
  expect(await stranger.get('/tips?page=2')).toContain('>Tip 1<')
  expect((await stranger.request('GET', '/tips?page=3')).status).toBe(404)

  const linksOf = async (path: string) =>
    [...(await stranger.get(path)).matchAll(/rel="(prev|next)" href="([^"]*)"/g)].map(([, rel, href]) => `${rel} ${href}`)
  expect(await linksOf('/tips/tip-7')).toEqual(['prev /tips/tip-6', 'next /tips/tip-8'])
  expect(await linksOf('/tips/tip-1')).toEqual(['next /tips/tip-2'])
  expect(await linksOf('/tips/tip-51')).toEqual(['prev /tips/tip-50'])
})

test('tips published in the same moment have a before and an after too', async () => {
  for (const title of ['One', 'Two', 'Three']) await community.tip({ title })
  const list = await community.stranger().get('/tips')
  const order = [...list.matchAll(/href="(\/tips\/(?:one|two|three))"/g)].map(([, href]) => href)

  const middle = await community.stranger().get(order[1] ?? '')
  expect(middle).toContain(`rel="next" href="${order[0]}"`)
  expect(middle).toContain(`rel="prev" href="${order[2]}"`)
})

test('an empty list says what to do next', async () => {
  expect(await community.stranger().get('/tips')).toContain('The first tip is being written.')
})

test('Ada writes a tip, looks at it, saves, publishes it, and takes it back', async () => {
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/tips/new')).toContain('<title>Write a tip · ')
  const stranger = community.stranger()

  const preview = await ada.post('/tips', { ...words, act: 'preview' })
  expect(preview).toContain('nothing is saved yet')
  expect(preview).toContain('<h2>Ninety days</h2>')
  expect(await ada.get('/tips')).not.toContain('After the launch')

  expect(await ada.post('/tips', words)).toContain('This is a draft')
  expect((await stranger.request('GET', '/tips/after-the-launch')).status).toBe(404)
  expect(await stranger.get('/tips')).not.toContain('After the launch')

  await ada.post('/tips/after-the-launch/publication', { publish: 'yes' })
  expect(await stranger.get('/tips/after-the-launch')).toContain('Go <strong>slowly</strong>.')

  await ada.post('/tips/after-the-launch/publication', { publish: 'no' })
  expect((await stranger.request('GET', '/tips/after-the-launch')).status).toBe(404)
})

test('a tip published twice keeps its first day', async () => {
  const slug = await community.tip()
  const ada = community.as(await community.person('Ada'))
  community.wait({ hours: 48 })

  await ada.post(`/tips/${slug}/publication`, { publish: 'yes' })

  expect(await ada.get(`/tips/${slug}`)).toContain('March 4, 2026')
})

test('two tips of one title get two addresses, and none takes the address of the form', async () => {
  const ada = community.as(await community.person('Ada'))
  const places = []
  for (const title of ['New', 'Signs of health', 'Signs of health'])
    places.push((await ada.request('POST', '/tips', { fields: { ...words, title } })).location)

  expect(places).toEqual(['/tips/new-2?language=en', '/tips/signs-of-health?language=en', '/tips/signs-of-health-2?language=en'])
})

test('what is missing or too long is said, and what was typed is still there', async () => {
  const ada = community.as(await community.person('Ada'))

  const empty = await ada.request('POST', '/tips', { fields: { ...words, title: ' ', body: '' } })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('Give it a title.')
  expect(empty.html).toContain('Write the text first.')
  expect(empty.html).toContain('value="What comes next."')

  const body = 'x'.repeat(60_001)
  const long = await ada.request('POST', '/tips', { fields: { ...words, body } })
  expect(long.status).toBe(422)
  expect(long.html).toContain(body)
})

test('Spanish readers get Spanish where it is written, otherwise English marked as English', async () => {
  const slug = await community.tip({ title: 'Playing our roles' })
  const ada = community.as(await community.person('Ada'))
  const ana = community.stranger()
  await ana.post('/language', { language: 'es', next: '/' })

  const before = await ana.get(`/tips/${slug}`)
  expect(before).toContain('<div lang="en">')
  expect(before).toContain('Por ahora, esta página está en inglés.')

  await ada.post(`/tips/${slug}`, { ...words, language: 'es', title: 'Cumplir nuestro papel', body: 'Diez minutos.' })
  const after = await ana.get(`/tips/${slug}`)
  expect(after).toContain('Cumplir nuestro papel')
  expect(after).not.toContain('<div lang="en">')
  expect(await ana.get('/tips')).toContain('Cumplir nuestro papel')
  expect(await community.stranger().get('/tips')).toContain('Playing our roles')
})

test('of two stewards who write at once, the second is told and loses nothing', async () => {
  const slug = await community.tip()
  const [ada, ana] = [community.as(await community.person('Ada')), community.as(await community.person('Ana', { role: 'steward' }))]
  const seen = seenIn(await ada.get(`/tips/${slug}/edit?language=en`))
  community.wait({ minutes: 1 })
  await ana.post(`/tips/${slug}`, { ...words, seen, body: 'By Ana.' })
  community.wait({ minutes: 1 })

  const refused = await ada.request('POST', `/tips/${slug}`, { fields: { ...words, seen, body: 'By Ada.' } })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Somebody else saved this text')
  expect(refused.html).toContain('By Ada.')
  expect(await ada.get(`/tips/${slug}`)).toContain('By Ana.')

  await ada.post(`/tips/${slug}`, { ...words, seen: seenIn(refused.html), body: 'By Ada.' })
  expect(await ada.get(`/tips/${slug}`)).toContain('By Ada.')
})

test('Ada removes the words of one language, then the tip', async () => {
  const slug = await community.tip()
  const ada = community.as(await community.person('Ada'))
  await ada.post(`/tips/${slug}`, { ...words, language: 'es', title: 'En español' })

  expect(await ada.get(`/tips/${slug}/removal`)).toContain('Remove only the words in Español')
  await ada.post(`/tips/${slug}/removal`, { only: 'es' })
  expect(await ada.get(`/tips/${slug}?language=es`)).toContain('Play your role')

  await ada.post(`/tips/${slug}/removal`)
  expect((await ada.request('GET', `/tips/${slug}`)).status).toBe(404)
})

test('to strangers and members the desks of writers are not there, and nothing they send changes anything', async () => {
  const slug = await community.tip({ title: 'Kept' })
  const browsers = [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))]
  for (const browser of browsers) {
    for (const path of ['/tips/new', `/tips/${slug}/edit`, `/tips/${slug}/removal`])
      expect((await browser.request('GET', path)).status).toBe(404)
    for (const path of ['/tips', `/tips/${slug}`, `/tips/${slug}/publication`, `/tips/${slug}/removal`])
      expect((await browser.request('POST', path, { fields: { ...words, publish: 'no' } })).status).toBe(404)
    expect(await browser.get(`/tips/${slug}`)).toContain('Kept')
    expect(await browser.get(`/tips/${slug}`)).not.toContain('/edit')
  }
})

test('whatever stewards type is shown as words', async () => {
  const ada = community.as(await community.person('Ada'))
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  await ada.post('/tips', {
    ...words,
    title: nasty,
    summary: nasty,
    step: nasty,
    author: nasty,
    body: `${nasty}\n\n[x](javascript:alert(1))`,
  })
  await ada.post('/tips/script-alert-1-script-img-src-x-onerror-alert-1/publication', { publish: 'yes' })

  const pages = [
    await community.stranger().get('/tips'),
    await ada.get('/tips/script-alert-1-script-img-src-x-onerror-alert-1'),
    await ada.get('/tips/script-alert-1-script-img-src-x-onerror-alert-1/edit'),
  ]
  for (const page of pages) {
    expect(page).toContain('&lt;script')
    expect(page).not.toMatch(/<script>|<img src=x|"javascript:/)
  }
  const feed = readXml(await community.stranger().get('/tips/feed.xml'))
  expect(textsOf(childrenOf(feed, 'entry')[0] ?? feed, 'title')).toEqual([nasty])
  expect(childrenOf(childrenOf(feed, 'entry')[0] ?? feed, 'content')[0]?.text).not.toMatch(/<script|onerror="|"javascript:/)
})

test('the feed holds what is published, in the language asked for, and says when nothing is new', async () => {
  await community.tip({ title: 'Shown' })
  await community.tip({ title: 'Hidden', draft: true })
  const stranger = community.stranger()

  const page = await stranger.request('GET', '/tips/feed.xml?language=es')
  const feed = readXml(page.html)
  expect(page.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(childrenOf(feed, 'entry').map((entry) => [textsOf(entry, 'title'), entry.attributes['xml:lang']])).toEqual([[['Shown'], 'en']])
  expect(textsOf(feed, 'title')).toEqual(['Consejos de Prairie Network'])
  expect(
    (await stranger.request('GET', '/tips/feed.xml?language=es', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })).status,
  ).toBe(304)
  expect(await stranger.get('/tips')).toContain('<link rel="alternate" type="application/atom+xml" href="/tips/feed.xml?language=en"')
})

test('reading takes at least a minute', () => expect([readingMinutes(''), readingMinutes('word '.repeat(1100))]).toEqual([1, 5]))

test('tips of one title begun in the same moment get an address each', async () => {
  const own = await ownCommunity()
  const ada = own.community.as(await own.community.person('Ada'))

  const pages = await Promise.all(Array.from({ length: 8 }, () => ada.request('POST', '/tips', { fields: words })))

  expect(new Set(pages.map((page) => page.location)).size).toBe(8)
  expect(pages.map((page) => page.status)).toEqual(Array(8).fill(303))
  await own.close()
})
