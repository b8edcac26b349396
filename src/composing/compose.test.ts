import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addBlock, blocksIn, compose, fieldsIn, useCommunity, type Browser } from '#test'

const community = useCommunity()

async function ada(): Promise<Browser> {
  return community.as(await community.person('Ada'))
}

async function begun(browser: Browser, subject = 'Spring update') {
  await browser.post('/updates', { subject, language: 'en' })
  return 'spring-update'
}

const picture = async (bytes?: Uint8Array<ArrayBuffer>) =>
  new File(
    [
      bytes ??
        Uint8Array.from(
          await sharp({ create: { width: 1600, height: 800, channels: 3, background: '#335544' } })
            .png()
            .toBuffer(),
        ),
    ],
    'hall.png',
    { type: 'image/png' },
  )

const legendsIn = (page: string) =>
  [...page.matchAll(/<legend>(?:<!-- -->)?(.*?)<\/legend>/g)]
    .map(([, legend = '']) => legend.replaceAll(/<!-- -->/g, ''))
    .filter((legend) => /^\d/.test(legend))

test('Ada begins the update from what is new, each piece chosen by its box, and each kind ready as a block', async () => {
  const browser = await ada()
  for (const title of ['Choose a convener', 'Bring lunch', 'Not this one']) await community.tip({ title })
  await community.webinar({ title: 'Getting started' })
  await community.event({ title: 'Spring call' })

  const news = await browser.get('/updates/new')
  for (const title of ['Choose a convener', 'Getting started', 'Spring call']) expect(news).toContain(title)
  expect(news.match(/<input [^>]*checked/g)).toHaveLength(5)
  const page = await browser.post('/updates', {
    ...fieldsIn(news),
    subject: 'Spring update',
    'news-tip-choose-a-convener': 'yes',
    'news-tip-bring-lunch': 'yes',
    'news-event-spring-call': 'yes',
    'news-recording-getting-started': 'yes',
    'news-tip-nobody': 'yes',
  })

  expect(page).toContain('Hello {{firstName}},')
  expect(legendsIn(page)).toEqual(['1. Words', '2. Newest tips', '3. Coming events', '4. A recording'])
  expect(page).toContain('1 new thing that is not in here yet')
  const letter = await browser.get('/updates/spring-update')
  for (const title of ['Choose a convener', 'Bring lunch', 'Spring call', 'Getting started']) expect(letter).toContain(title)
  expect(letter).not.toContain('Not this one')
})

test('what is new is taken in from the writing page too, and is not proposed twice', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  await community.tip({ title: 'Choose a convener' })
  await community.webinar({ title: 'Getting started' })

  const page = await compose(browser, slug, { 'news-tip-choose-a-convener': 'yes' }, 'news')
  expect(legendsIn(page)).toEqual(['1. Words', '2. Newest tips'])
  expect(page).toContain('1 new thing that is not in here yet')
  const [, tips = ''] = blocksIn(page)
  await community.tip({ title: 'A newer tip' })
  await compose(browser, slug, { [`${tips}-only`]: 'choose-a-convener', [`${tips}-count`]: '2' })
  expect(await browser.get(`/updates/${slug}`)).not.toContain('A newer tip')
  await compose(browser, slug, { [`${tips}-count`]: '2' })
  expect(await browser.get(`/updates/${slug}`)).toContain('A newer tip')
})

test('a picture put into the text becomes a block behind it; what is no picture is refused', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  await addBlock(browser, slug, 'button')
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  const page = await compose(browser, slug, { pasted: await picture(), [`${first}-text`]: 'Typed meanwhile' }, `picture:${first}`)
  expect(legendsIn(page)).toEqual(['1. Words', '2. A picture', '3. A button'])
  expect(fieldsIn(page)).toMatchObject({ [`${first}-text`]: 'Typed meanwhile', [`${blocksIn(page)[1]}-width`]: '1200' })

  const refused = await compose(
    browser,
    slug,
    { pasted: await picture(new Uint8Array(9)), [`${blocksIn(page)[1]}-alt`]: 'A hall' },
    `picture:${first}`,
  )
  expect(refused).toContain('This file is no picture we can use.')
  expect(legendsIn(refused)).toHaveLength(3)
})

test('what was in the last update is not new any more', async () => {
  const browser = await ada()
  await community.tip({ title: 'Old tip' })
  const slug = await begun(browser)
  await compose(browser, slug, { [`${blocksIn(await browser.get(`/updates/${slug}/edit`))[0]}-text`]: 'Words.' })
  await browser.post(`/updates/${slug}/publication`, { publish: 'yes' })
  community.wait({ hours: 24 })
  await community.tip({ title: 'New tip' })

  const news = await browser.get('/updates/new')
  expect(news).toContain('New tip')
  expect(news).not.toContain('Old tip')
})

test('blocks are added, moved and removed by buttons, and nothing typed is lost on the way', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  const button = await addBlock(browser, slug, 'button')
  const tips = await addBlock(browser, slug, 'tips')

  const moved = await compose(browser, slug, { [`${first}-text`]: 'Typed meanwhile', [`${button}-label`]: 'See it' }, `up:${tips}`)
  expect(blocksIn(moved)).toEqual([first, tips, button])
  expect(fieldsIn(moved)).toMatchObject({ [`${first}-text`]: 'Typed meanwhile', [`${button}-label`]: 'See it' })

  expect(blocksIn(await compose(browser, slug, {}, `down:${first}`))).toEqual([tips, first, button])
  expect(blocksIn(await compose(browser, slug, {}, `down:${button}`))).toEqual([tips, first, button])
  expect(blocksIn(await compose(browser, slug, {}, `remove:${first}`))).toEqual([tips, button])
})

test('dragging sends another order, and that is kept', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const second = await addBlock(browser, slug, 'tips')
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  expect(blocksIn(await compose(browser, slug, { order: `${second},${first},${second},nobody,'; drop table` }))).toEqual([second, first])
})

test('each language has its words, over the same blocks', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  await compose(browser, slug, { [`${first}-text`]: 'In English.' })
  await compose(browser, slug, { language: 'es', subject: 'Boletín de primavera', [`${first}-text`]: 'En español.' })

  expect(fieldsIn(await browser.get(`/updates/${slug}/edit?language=en`))).toMatchObject({
    subject: 'Spring update',
    [`${first}-text`]: 'In English.',
  })
  expect(await browser.get(`/updates/${slug}?language=es`)).toContain('En español.')
  expect(await browser.get(`/updates/${slug}?language=en`)).toContain('In English.')
})

test('a picture is made anew, and nobody gets one that does not say what it shows', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const id = await addBlock(browser, slug, 'picture')

  const refused = await compose(browser, slug, { [`${id}-file`]: await picture() })
  expect(refused).toContain('Describe the picture in a sentence')
  const path = fieldsIn(refused)[`${id}-path`] ?? ''
  expect(path).toMatch(/^\/files\/[0-9a-f]{40}\.jpg$/)

  const kept = await browser.post(`/updates/${slug}/edit`, { ...fieldsIn(refused), [`${id}-alt`]: 'A hall full of people', act: 'save' })
  expect(kept).toContain('Saved.')
  expect(fieldsIn(kept)).toMatchObject({ [`${id}-path`]: path, [`${id}-width`]: '1200', [`${id}-height`]: '600' })
  const file = await community.stranger().request('GET', path)
  expect([file.status, file.headers.get('x-content-type-options'), file.headers.get('cache-control')]).toEqual([
    200,
    'nosniff',
    'public, max-age=31536000, immutable',
  ])
})

test('what is no picture, or claims to be one, is refused with a sentence, and the words stay', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const id = await addBlock(browser, slug, 'picture')
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'x.png', { type: 'image/png' })
  const page = await compose(browser, slug, { [`${id}-file`]: svg, [`${id}-alt`]: 'Kept words' })
  expect(page).toContain('This file is no picture we can use.')
  expect(fieldsIn(page)).toMatchObject({ [`${id}-alt`]: 'Kept words' })
  const huge = await compose(browser, slug, {
    [`${id}-file`]: await picture(new Uint8Array(11 * 1024 * 1024)),
    [`${id}-alt`]: 'Kept words',
  })
  expect(huge).toContain('larger than 10 megabytes')
})

test('a link that leads nowhere good is refused beside its field', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const id = await addBlock(browser, slug, 'button')
  for (const href of ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x', 'example.org', 'ftp://example.org']) {
    const page = await compose(browser, slug, { [`${id}-href`]: href, [`${id}-label`]: 'Go' })
    expect([href, page.includes('Enter an address that begins with https://')]).toEqual([href, true])
    expect(fieldsIn(page)).toMatchObject({ [`${id}-label`]: 'Go' })
  }
})

test('of two who write at once, the second is told, and keeps what was typed', async () => {
  const [one, two] = [await ada(), community.as(await community.person('Olga', { role: 'owner' }))]
  const slug = await begun(one)
  const opened = fieldsIn(await two.get(`/updates/${slug}/edit`))
  community.wait({ minutes: 1 })
  await compose(one, slug, { subject: 'By Ada' })

  const page = await two.request('POST', `/updates/${slug}/edit`, { fields: { ...opened, subject: 'By Olga', act: 'save' } })
  expect(page.status).toBe(409)
  expect(page.html).toContain('Somebody else saved this text')
  expect(fieldsIn(page.html)).toMatchObject({ subject: 'By Olga' })
  expect(await two.post(`/updates/${slug}/edit`, { ...fieldsIn(page.html), act: 'save' })).toContain('Saved.')
})

test('forty blocks and no more; a form with odd fields does no harm', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const fields = fieldsIn(await browser.get(`/updates/${slug}/edit`))
  const many = Array.from({ length: 60 }, (_, at) => `aaaa${String(at).padStart(4, '0')}`)
  const page = await browser.post(`/updates/${slug}/edit`, {
    ...fields,
    order: many.join(','),
    ...Object.fromEntries(many.map((id) => [`${id}-type`, 'tips'])),
    'aaaa0000-count': '999',
    __proto__: 'x',
    sendingBeganAt: 'now',
    act: 'add:nothing',
  })
  expect(blocksIn(page)).toHaveLength(40)
  expect(fieldsIn(page)['aaaa0000-count']).toBe('3')
  expect(await community.db.selectFrom('edition').select('sendingBeganAt').execute()).toEqual([{ sendingBeganAt: null }])
})

test('a draft can be removed, after a page that says so', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  expect(await browser.get(`/updates/${slug}/removal`)).toContain('will be gone for good')
  expect(await browser.post(`/updates/${slug}/removal`)).not.toContain('Spring update')
})
