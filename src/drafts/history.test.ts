import { expect, test } from 'vitest'
import { addBlock, blocksIn, compose, fieldsIn, useCommunity, type Browser } from '#test'

const community = useCommunity()

const ada = async () => community.as(await community.person('Ada'))

/** Saved once, so that the empty line after the greeting is gone. */
async function begun(browser: Browser) {
  await browser.post('/updates', { subject: 'Spring update', language: 'en' })
  await compose(browser, 'spring-update')
  await community.db.deleteFrom('editionVersion').execute()
  community.wait({ minutes: 1 })
  return 'spring-update'
}

/** What the page says, as somebody hears it. */
const heard = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const linksTo = (html: string, what: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).filter((href) => href.includes(what))
const formsTo = (html: string, what: string) =>
  [...html.matchAll(/action="([^"]*)"/g)].map(([, href = '']) => href).filter((href) => href.includes(what))

test('each save is kept with who and when; two are compared in words; an older one is taken up again', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  expect(await browser.get(`/updates/${slug}/history`)).toContain('Nothing was changed since it was begun.')
  const [block = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  for (const text of ['We meet on Tuesday at nine.', 'We meet on Thursday at nine sharp.']) {
    community.wait({ minutes: 5 })
    await compose(browser, slug, { [`${block}-text`]: text })
  }
  const olga = community.as(await community.person('Olga', { role: 'owner' }))
  community.wait({ minutes: 5 })
  await compose(olga, slug, { subject: 'Summer update' })

  const history = await browser.get(`/updates/${slug}/history?language=en`)
  expect(linksTo(history, 'comparison')).toHaveLength(3)
  expect(heard(history)).toMatch(/Olga .* Ada .* Ada .* Ada /)

  const [newest = '', second = ''] = linksTo(history, 'comparison')
  expect(heard(await browser.get(newest))).toMatch(/Subject \(taken out:\) Spring \(added:\) Summer update/)
  expect(heard(await browser.get(second))).toMatch(
    /Words Changed We meet on \(taken out:\) Tuesday \(added:\) Thursday at nine \(added:\) sharp \./,
  )
  expect(await browser.get(second.replace('language=en', 'language=es'))).toContain('In this language, the two say the same.')

  const [, tuesday = ''] = formsTo(history, 'restoration')
  const restored = await browser.post(tuesday)
  expect(restored).toContain('The older version stands again.')
  expect(restored).toContain('Took up what was saved')
  expect(fieldsIn(await browser.get(`/updates/${slug}/edit?language=en`))).toMatchObject({
    subject: 'Spring update',
    [`${block}-text`]: 'We meet on Tuesday at nine.',
  })
  expect(linksTo(restored, 'comparison')).toHaveLength(4)
})

test('blocks that were added, taken out and moved are told as such, and hostile words are shown as words', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  const button = await addBlock(browser, slug, 'button')
  for (const [changes, act] of [
    [{ [`${button}-label`]: '<img src=x onerror=alert(1) ', [`${button}-href`]: '/events' }, 'save'],
    [{}, `up:${button}`],
    [{}, `remove:${first}`],
  ] as const) {
    community.wait({ minutes: 1 })
    await compose(browser, slug, changes, act)
  }
  const links = linksTo(await browser.get(`/updates/${slug}/history`), 'comparison')
  const pages = await Promise.all(links.map((link) => browser.get(link)))
  expect(pages.map((page) => /(Added|Taken out|Moved|Changed)</.exec(page)?.[1])).toEqual(['Taken out', 'Moved', 'Changed', 'Added'])
  expect(pages.join('')).not.toContain('<img src=x')
})

test('what changes nothing is no version, and a hundred are kept', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  await compose(browser, slug)
  expect(await browser.get(`/updates/${slug}/history`)).toContain('Nothing was changed')
  await compose(browser, slug, { subject: 'One' })
  const { id } = await community.db.selectFrom('edition').select('id').executeTakeFirstOrThrow()
  const many = Array.from({ length: 150 }, () => ({
    id: crypto.randomUUID(),
    editionId: id,
    subject: '{}',
    preheader: '{}',
    blocks: '[]',
    savedAt: community.now().subtract({ hours: 1 }),
  }))
  await community.db.insertInto('editionVersion').values(many).execute()
  community.wait({ minutes: 1 })
  await compose(browser, slug, { subject: 'Two' })
  expect(await community.db.selectFrom('editionVersion').select('subject').where('editionId', '=', id).execute()).toHaveLength(100)
  expect(heard(await browser.get(`/updates/${slug}/history`))).toContain('Nobody known')
})

test('what was sent stays; a version of another edition, or of none, is not there', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  await compose(browser, slug, { subject: 'One' })
  const history = await browser.get(`/updates/${slug}/history`)
  const [restoration = ''] = formsTo(history, 'restoration')
  const [comparison = ''] = linksTo(history, 'comparison')
  await browser.post('/updates', { subject: 'Other', language: 'en' })
  for (const path of [comparison.replace(slug, 'other'), comparison.replace(/from=[^&]*/, 'from=x'), `/updates/${slug}/history/comparison`])
    expect((await browser.request('GET', path)).status).toBe(404)
  for (const path of [restoration.replace(slug, 'other'), `/updates/${slug}/history/x/restoration`])
    expect((await browser.request('POST', path)).status).toBe(404)

  await community.db
    .updateTable('edition')
    .set({ publishedAt: community.now(), sendingBeganAt: community.now(), letters: '{}' })
    .where('slug', '=', slug)
    .execute()
  await browser.request('POST', restoration)
  expect(await community.db.selectFrom('edition').select('subject').where('slug', '=', slug).execute()).toEqual([
    { subject: { en: 'One' } },
  ])
  const ben = community.as(await community.person('Ben'))
  expect((await ben.request('GET', comparison)).status).toBe(404)
  expect((await community.stranger().request('GET', `/updates/${slug}/history`)).status).toBe(404)
})

test('texts that have nothing in common are compared in no time', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const [block = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  const noise = (seed: string) => Array.from({ length: 9000 }, (_, at) => `${seed}${(at * 7919) % 9973}`).join(' ')
  await compose(browser, slug, { [`${block}-text`]: noise('a') })
  community.wait({ minutes: 1 })
  await compose(browser, slug, { [`${block}-text`]: noise('b') })
  const [newest = ''] = linksTo(await browser.get(`/updates/${slug}/history`), 'comparison')
  expect(heard(await browser.get(newest))).toContain('(added:) b0 ')
})

test('last month’s update is copied with one button: its blocks and pictures, without its subject', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const [first = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  await compose(browser, slug, { [`${first}-text`]: 'As every month.' })
  const link = await addBlock(browser, slug, 'button', { label: 'See', href: '/events' })
  await browser.post(`/updates/${slug}/publication`, { publish: 'yes' })
  community.wait({ hours: 24 * 30 })

  expect(await browser.get('/updates/new')).toContain('A copy of “Spring update”')
  const page = await browser.post(`/updates/${slug}/copy`)
  expect(fieldsIn(page)).toMatchObject({ subject: '', preheader: '', [`${first}-text`]: 'As every month.', [`${link}-href`]: '/events' })
  await browser.post(`/updates/${slug}/copy`)
  expect(await browser.get('/updates')).toContain('No subject yet')
  const slugs = await community.db.selectFrom('edition').select('slug').orderBy('slug').execute()
  expect(slugs.map(({ slug }) => slug)).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    expect.stringMatching(/^\d{4}-\d\d-\d\d-2$/),
    slug,
  ])
  expect((await browser.request('POST', '/updates/nobody/copy')).status).toBe(404)
})
