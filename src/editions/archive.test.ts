import { expect, test } from 'vitest'
import { addBlock, blocksIn, childrenOf, compose, fieldsIn, readXml, textsOf, useCommunity, type Browser } from '#test'

const community = useCommunity()

async function written(): Promise<Browser> {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { preheader: 'What grew over winter', [`${first}-text`]: 'Hello {{firstName}}, the snow is gone.' })
  return ada
}

test('published by hand, an edition is read by everybody, mailed to nobody, and can be taken back', async () => {
  const ada = await written()
  await community.reader(await community.person('Ben'))
  await ada.post('/updates/spring-update/publication', { publish: 'yes' })

  const stranger = community.stranger()
  expect(await stranger.get('/updates')).toContain('What grew over winter')
  expect(await stranger.get('/updates/spring-update')).toContain('Hello colleague, the snow is gone.')
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])

  await ada.post('/updates/spring-update/publication', { publish: 'no' })
  expect((await stranger.request('GET', '/updates/spring-update')).status).toBe(404)
})

test('what is not finished is not published, and the page says why', async () => {
  const ada = await written()
  await addBlock(ada, 'spring-update', 'picture')
  expect(await ada.post('/updates/spring-update/publication', { publish: 'yes' })).toContain('A picture is not chosen.')
  expect((await community.stranger().request('GET', '/updates/spring-update')).status).toBe(404)
})

test('the web copy keeps what was new on its day', async () => {
  const ada = await written()
  await community.tip({ title: 'Tip of that day' })
  await addBlock(ada, 'spring-update', 'tips')
  await ada.post('/updates/spring-update/sending')
  await community.work()
  await community.tip({ title: 'Tip of next month' })

  const page = await community.stranger().get('/updates/spring-update')
  expect(page).toContain('Tip of that day')
  expect(page).not.toContain('Tip of next month')
})

test('what was sent stays: no edit, no removal, no second sending; a correction says what and when', async () => {
  const ada = await written()
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  const opened = fieldsIn(await ada.get('/updates/spring-update/edit'))
  await community.reader(await community.person('Ben'))
  await ada.post('/updates/spring-update/sending')
  await community.work()

  const late = await ada.request('POST', '/updates/spring-update/edit', {
    fields: { ...opened, [`${first}-text`]: 'Changed', act: 'save' },
  })
  expect([late.status, late.html.includes('This edition has been sent meanwhile')]).toEqual([409, true])
  for (const path of ['removal', 'sending', 'publication']) await ada.post(`/updates/spring-update/${path}`, { publish: 'no' })
  await community.work()
  expect(await community.stranger().get('/updates/spring-update')).toContain('the snow is gone')
  expect(await community.db.selectFrom('mail').select('id').execute()).toHaveLength(1)

  community.wait({ hours: 30 })
  expect(
    (
      await ada.request('POST', '/updates/spring-update/correction', {
        fields: { language: 'en', note: '', [`${first}-text`]: 'The ice is gone.' },
      })
    ).status,
  ).toBe(422)
  await ada.post('/updates/spring-update/correction', {
    language: 'en',
    note: 'It was ice, not snow.',
    [`${first}-text`]: 'The ice is gone.',
  })
  const page = await community.stranger().get('/updates/spring-update')
  expect(page).toContain('Corrected on Thursday, March 5, 2026: It was ice, not snow.')
  expect(page).toContain('The ice is gone.')
  const [kept] = await community.db.selectFrom('editionCorrection').select('lettersBefore').execute()
  expect(JSON.stringify(kept?.lettersBefore)).toContain('the snow is gone')
})

test('what Ada mended after an edition had left is told to her with the words before, and to nobody else', async () => {
  const ada = await written()
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await community.reader(await community.person('Ben'))
  await ada.post('/updates/spring-update/sending')
  await community.work()
  community.wait({ hours: 30 })
  const words = { language: 'en', note: 'It was ice, not snow.', [`${first}-text`]: 'The ice is gone.' }
  await ada.post('/updates/spring-update/correction', words)

  type Told = { corrections: { correctionsOfEditions: object[] } }
  const told = async (browser: Browser) => (JSON.parse((await browser.request('GET', '/me/data.json')).html) as Told).corrections
  expect((await told(ada)).correctionsOfEditions).toMatchObject([{ edition: 'spring-update', note: 'It was ice, not snow.' }])
  expect(JSON.stringify(await told(ada))).toContain('the snow is gone')
  expect(await told(community.as(await community.person('Dee', { role: 'steward' })))).toEqual({ correctionsOfEditions: [] })
  expect(await ada.get('/me/data')).toContain('Corrections of editions')
})

test('the feed brings each edition whole, with whole addresses', async () => {
  const ada = await written()
  await community.event({ title: 'Spring call' })
  await addBlock(ada, 'spring-update', 'events')
  await ada.post('/updates/spring-update/publication', { publish: 'yes' })

  const { html, headers } = await community.stranger().request('GET', '/updates/feed.xml')
  expect(headers.get('content-type')).toContain('application/atom+xml')
  const [entry] = childrenOf(readXml(html), 'entry')
  if (!entry) throw new Error('The feed is empty.')
  expect(textsOf(entry, 'title')).toEqual(['Spring update'])
  const [content = ''] = textsOf(entry, 'content')
  expect(content).toContain('Hello colleague, the snow is gone.')
  expect(content).toContain('href="https://community.example.org/events/spring-call"')
})

test('sent at a moment: not before, once, and on the web from then on', async () => {
  const ada = await written()
  await community.reader(await community.person('Ben'))
  expect(await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:30' })).toContain(
    'It leaves on Thursday, March 5, 2026, 9:30 AM Central Time.',
  )
  await community.work()
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])

  community.wait({ hours: 25 })
  await community.work()
  expect(await community.db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  await community.work()
  expect(await community.db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  expect(await community.stranger().get('/updates')).toContain('Spring update')
})

test('a moment can be moved and taken back', async () => {
  const ada = await written()
  await community.reader(await community.person('Ben'))
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:30' })
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-09T09:30' })
  community.wait({ hours: 25 })
  await community.work()
  expect(await ada.post('/updates/spring-update/schedule/removal')).not.toContain('It leaves on')
  community.wait({ hours: 24 * 7 })
  await community.work()
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
})

test.each([
  ['', 'Enter a day and an hour.'],
  ['tomorrow', 'Enter a day and an hour.'],
  ['2026-02-30T10:00', 'Enter a day and an hour.'],
  ['2026-03-01T10:00', 'This moment is over.'],
  ['2031-03-01T10:00', 'This is more than a year ahead.'],
])('%j is no moment to send at: %s', async (at, sentence) => {
  const ada = await written()
  await community.reader(await community.person('Ben'))
  const page = await ada.request('POST', '/updates/spring-update/schedule', { fields: { at } })
  expect([page.status, page.html.includes(sentence)]).toEqual([422, true])
})
