import { beforeEach, expect, test } from 'vitest'
import { useCommunity } from '#test'
import { seedSteps } from './step.seed.ts'

const community = useCommunity()
beforeEach(() => seedSteps(community.db, community.network, community.now().subtract({ hours: 1 })))

const words = { language: 'en', title: 'Launch well', summary: 'In two hours.', body: '## Do\n\n- Listen.\n\n## Don’t\n\n- Sell.' }

async function seenBy(browser: { get: (path: string) => Promise<string> }, slug: string) {
  return /name="seen" value="([^"]*)"/.exec(await browser.get(`/toolkit/${slug}/edit?language=en`))?.[1] ?? ''
}

test('a newcomer reads the steps in their order, and goes from one to the next', async () => {
  const stranger = community.stranger()
  const list = await stranger.get('/toolkit')
  const titles = [...list.matchAll(/href="\/toolkit\/([a-z-]+)"/g)].map(([, slug]) => slug)
  expect(titles).toEqual([
    'build-the-support-team',
    'define-the-scope',
    'prepare-to-launch',
    'launch',
    'move-to-action',
    'sustain-and-evolve',
    'all',
    'mine',
  ])

  const launch = await stranger.get('/toolkit/launch')
  expect(launch).toContain('Step 4 of 6')
  expect(launch).toMatch(/rel="prev" href="\/toolkit\/prepare-to-launch"/)
  expect(launch).toMatch(/rel="next" href="\/toolkit\/move-to-action"/)
  expect(launch).toMatch(/class="side-by-side"><section><h2>Do<\/h2>.*?<section><h2>Don’t<\/h2>/s)
  expect((await stranger.request('GET', '/toolkit/no-such-step')).status).toBe(404)
})

test('beside a step stand the tips under it, published ones alone', async () => {
  const ada = community.as(await community.person('Ada'))
  for (const title of ['Two hours are enough', 'A secret tip']) {
    const slug = await community.tip({ title, draft: title === 'A secret tip' })
    await ada.post(`/admin/filing/tips/${slug}`, { 'step-launch': 'yes' })
  }

  const page = await community.stranger().get('/toolkit/launch')
  expect(page).toContain('Two hours are enough')
  expect(page).not.toContain('A secret tip')
  expect(await community.stranger().get('/toolkit/prepare-to-launch')).not.toContain('Two hours are enough')
})

test('all of it stands on one page, in the reader’s language', async () => {
  const stranger = community.stranger()
  const whole = await stranger.get('/toolkit/all?language=es')
  expect(whole.match(/<article/g)).toHaveLength(6)
  expect(whole).toContain('<a href="#launch">')
  expect(whole).toContain('Haga esto')
  expect(await stranger.get('/sitemap.xml')).toContain('/toolkit/launch</loc>')
})

test('Ada edits a step; what she looks at first is not saved', async () => {
  const ada = community.as(await community.person('Ada'))
  const seen = await seenBy(ada, 'launch')

  expect(await ada.post('/toolkit/launch', { ...words, seen, act: 'preview' })).toContain('Preview: nothing is saved yet')
  expect(await community.stranger().get('/toolkit/launch')).not.toContain('Launch well')
  await ada.post('/toolkit/launch', { ...words, seen })
  expect(await community.stranger().get('/toolkit')).toContain('Launch well')
})

test('of two stewards who write at once the second is told, and loses nothing', async () => {
  const ada = community.as(await community.person('Ada'))
  const seen = await seenBy(ada, 'launch')
  await ada.post('/toolkit/launch', { ...words, seen })

  const refused = await ada.request('POST', '/toolkit/launch', { fields: { ...words, seen, title: 'Launch later' } })

  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Launch later')
  expect(await community.stranger().get('/toolkit/launch')).toContain('Launch well')
})

test('what is missing is said; strangers and members change nothing', async () => {
  const ada = community.as(await community.person('Ada'))
  const refused = await ada.request('POST', '/toolkit/launch', { fields: { ...words, seen: '', title: '' } })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Give it a title.')

  for (const browser of [community.stranger(), community.as(await community.person('Ben'))]) {
    expect((await browser.request('GET', '/toolkit/launch/edit')).status).toBe(404)
    expect((await browser.request('POST', '/toolkit/launch', { fields: { ...words, seen: '' } })).status).toBe(404)
  }
})

test('whatever stewards type is shown as words', async () => {
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  const ada = community.as(await community.person('Ada'))
  const body = `${nasty}\n\n## ${nasty}\n\n- [x](javascript:alert(1))`
  await ada.post('/toolkit/launch', { ...words, title: nasty, summary: nasty, body, seen: await seenBy(ada, 'launch') })

  for (const path of ['/toolkit', '/toolkit/launch', '/toolkit/all']) {
    const page = await community.stranger().get(path)
    expect(page).toContain('&lt;script')
    expect(page).not.toMatch(/<script>|<img src=x|"javascript:/)
  }
})
