import { expect, test } from 'vitest'
import { addBlock, blocksIn, compose, fieldsIn, useCommunity, type Browser } from '#test'

const community = useCommunity()

const ada = async () => community.as(await community.person('Ada'))
const olga = async () => community.as(await community.person('Olga', { role: 'owner' }))

async function begun(browser: Browser) {
  await browser.post('/updates', { subject: 'Spring update', language: 'en' })
  return 'spring-update'
}

const opened = async (browser: Browser, slug: string, more = '') => fieldsIn(await browser.get(`/updates/${slug}/edit?language=en${more}`))

/** What the writing page sends by itself. */
async function keep(browser: Browser, slug: string, fields: Record<string, string>) {
  const { status, html } = await browser.request('POST', `/updates/${slug}/draft`, { fields })
  return { status, ...(JSON.parse(html.startsWith('{') ? html : '{}') as { keptAt?: string; refused?: string }) }
}

test('what Ada typed and did not save stands there again when she comes back, and is gone once she saves', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const fields = await opened(browser, slug)
  const [block = ''] = blocksIn(await browser.get(`/updates/${slug}/edit`))
  community.wait({ minutes: 3 })
  const typed = { ...fields, subject: 'Half a subj', [`${block}-text`]: 'Half a "sentence" <b> 👩🏽‍🌾 مرحبا\0' }
  expect(await keep(browser, slug, typed)).toMatchObject({ status: 200, keptAt: community.now().toString() })

  const page = await browser.get(`/updates/${slug}/edit?language=en`)
  expect(page).toContain('It is not saved yet')
  expect(fieldsIn(page)).toMatchObject({
    subject: 'Half a subj',
    [`${block}-text`]: 'Half a "sentence" <b> 👩🏽‍🌾 مرحبا',
    seen: fields['seen'],
  })
  expect(await opened(browser, slug, '&draft=no')).toMatchObject({ subject: 'Spring update' })
  expect(await browser.get(`/updates/${slug}/edit?language=es`)).not.toContain('Half a')

  expect(await browser.post(`/updates/${slug}/edit`, { ...fieldsIn(page), act: 'save' })).toContain('Saved.')
  expect(await browser.get(`/updates/${slug}/edit`)).not.toContain('not saved yet')
  expect(await opened(browser, slug)).toMatchObject({ subject: 'Half a subj' })
})

test('a draft is one writer’s own, and can be thrown away', async () => {
  const [one, two] = [await ada(), await olga()]
  const slug = await begun(one)
  await keep(one, slug, { ...(await opened(one, slug)), subject: 'By Ada' })
  await keep(two, slug, { ...(await opened(two, slug)), subject: 'By Olga' })
  expect([(await opened(one, slug))['subject'], (await opened(two, slug))['subject']]).toEqual(['By Ada', 'By Olga'])

  await one.post(`/updates/${slug}/draft/removal`, { language: 'en' })
  expect([(await opened(one, slug))['subject'], (await opened(two, slug))['subject']]).toEqual(['Spring update', 'By Olga'])
})

test('what comes late never brings back what its writer has saved over', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const early = await opened(browser, slug)
  community.wait({ minutes: 1 })
  await compose(browser, slug, { subject: 'Saved' })
  expect(await keep(browser, slug, { ...early, subject: 'Late' })).toMatchObject({ status: 409, refused: 'saved-since' })
  expect(await opened(browser, slug)).toMatchObject({ subject: 'Saved' })

  expect(await keep(browser, slug, { ...early, subject: 'Asked for by hand', insists: 'yes' })).toMatchObject({ status: 200 })
  const page = await browser.get(`/updates/${slug}/edit?language=en`)
  expect(fieldsIn(page)).toMatchObject({ subject: 'Saved' })
  expect(page).toContain('Go on with what you typed')
})

test('what somebody else has overtaken is offered, and saving it shows both', async () => {
  const [one, two] = [await ada(), await olga()]
  const slug = await begun(one)
  const mine = await opened(one, slug)
  community.wait({ minutes: 1 })
  await compose(two, slug, { subject: 'By Olga' })
  expect(await keep(one, slug, { ...mine, subject: 'By Ada' })).toMatchObject({ status: 200 })

  expect(await opened(one, slug)).toMatchObject({ subject: 'By Olga' })
  const draft = await one.get(`/updates/${slug}/edit?language=en&draft=yes`)
  expect(fieldsIn(draft)).toMatchObject({ subject: 'By Ada' })
  const both = await one.request('POST', `/updates/${slug}/edit`, { fields: { ...fieldsIn(draft), act: 'save' } })
  expect(both.status).toBe(409)
  expect(both.html.replaceAll(/<[^>]*>/g, ' ')).toMatch(/By.*\(taken out:\).*Olga.*\(added:\).*Ada/s)
  expect(await one.post(`/updates/${slug}/edit`, { ...fieldsIn(both.html), act: 'save' })).toContain('Saved.')
})

test('whoever opens an update is told who else has it open, until they leave or are silent for a while', async () => {
  const [one, two] = [await ada(), await olga()]
  const slug = await begun(one)
  const here = async (browser: Browser, more = {}) =>
    JSON.parse((await browser.request('POST', `/updates/${slug}/writers`, { fields: { language: 'es', ...more } })).html) as object
  expect(await here(two)).toMatchObject({ others: [], savedBy: 'Ada' })
  expect(await one.get(`/updates/${slug}/edit`)).toMatch(/Olga has this update open right now, in Español/)
  expect(await here(one)).toMatchObject({ others: [{ language: 'es' }], savedBy: null })
  expect(await one.get(`/updates/${slug}/edit`)).not.toContain('Ada has this update open')

  await here(two, { leaving: 'yes' })
  expect(await here(one)).toMatchObject({ others: [] })
  await here(two)
  community.wait({ minutes: 2 })
  expect(await here(one)).toMatchObject({ others: [] })
})

test('who saved it last is said without script', async () => {
  const [one, two] = [await ada(), await olga()]
  const slug = await begun(one)
  community.wait({ minutes: 1 })
  await compose(two, slug, { subject: 'By Olga' })
  expect(await one.get(`/updates/${slug}/edit`)).toMatch(/Saved last by Olga/)
})

test('odd and forged drafts are refused or made harmless', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const fields = await opened(browser, slug)
  for (const seen of ['', 'now', '2026-01-01', '-200000-01-01T00:00:00Z', '9999-12-31T00:00:00Z', "'; drop table edition;--"])
    expect([seen, (await keep(browser, slug, { ...fields, seen })).refused]).toEqual([seen, 'saved-since'])
  expect((await keep(browser, slug, { ...fields, language: 'xx' })).status).toBe(422)
  expect((await keep(browser, 'nobody', fields)).status).toBe(404)

  const odd = {
    ...fields,
    order: "aaaa0000,'--,../x",
    'aaaa0000-type': 'picture',
    'aaaa0000-path': '/etc/passwd',
    'aaaa0000-width': '-1',
    hostile: 'x',
  }
  expect((await keep(browser, slug, odd)).status).toBe(200)
  const page = await browser.get(`/updates/${slug}/edit`)
  expect(page).not.toContain('/etc/passwd')
  expect(blocksIn(page)).toEqual(['aaaa0000'])
  expect(JSON.stringify(await community.db.selectFrom('editionDraft').select('fields').execute())).not.toContain('hostile')
})

test('what was sent takes no drafts; to Ben and to strangers there is nothing', async () => {
  const browser = await ada()
  const slug = await begun(browser)
  const fields = await opened(browser, slug)
  await addBlock(browser, slug, 'words', { text: 'Words.' })
  await community.db.updateTable('edition').set({ publishedAt: community.now(), sendingBeganAt: community.now(), letters: '{}' }).execute()
  expect(await keep(browser, slug, fields)).toMatchObject({ status: 409, refused: 'sent' })
  const ben = community.as(await community.person('Ben'))
  for (const path of ['draft', 'draft/removal', 'writers', 'copy'])
    for (const someone of [ben, community.stranger()])
      expect((await someone.request('POST', `/updates/${slug}/${path}`, { fields })).status).toBe(404)
})
