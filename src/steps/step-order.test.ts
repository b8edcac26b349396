import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const words = { language: 'en', title: 'Listen first', summary: 'Before all else.', body: '1. Ask.', seen: '' }

const titlesSeenBy = async (browser: { get: (path: string) => Promise<string> }) =>
  [...(await browser.get('/toolkit')).matchAll(/href="\/toolkit\/([a-z0-9-]+)"/g)]
    .map(([, slug]) => slug ?? '')
    .filter((slug) => !['all', 'mine', 'new'].includes(slug))

test('a community that is older than the steps gets them with one button, once', async () => {
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/toolkit')).toContain('Put the starter steps in')

  await ada.post('/toolkit/starter')
  await ada.post('/toolkit/starter')

  expect(await titlesSeenBy(community.stranger())).toHaveLength(6)
})

test('Ada writes a step, looks at it, publishes it and puts it where it belongs', async () => {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/toolkit/starter')
  expect(await ada.post('/toolkit', { ...words, act: 'preview' })).toContain('Preview: nothing is saved yet')

  expect(await ada.post('/toolkit', words)).toContain('This is a draft.')
  const stranger = community.stranger()
  expect((await stranger.request('GET', '/toolkit/listen-first')).status).toBe(404)
  expect((await stranger.request('GET', '/toolkit/listen-first/step.pdf')).status).toBe(404)
  for (const path of ['/toolkit', '/toolkit/all', '/sitemap.xml', '/toolkit/sustain-and-evolve'])
    expect(await stranger.get(path)).not.toContain('listen-first')

  await ada.post('/toolkit/listen-first/publication', { publish: 'yes' })
  expect(await stranger.get('/toolkit/listen-first')).toContain('Step 7 of 7')
  for (let at = 0; at < 6; at++) await ada.post('/toolkit/listen-first/place', { direction: 'up' })
  expect(await stranger.get('/toolkit/listen-first')).toContain('Step 1 of 7')
  await ada.post('/toolkit/listen-first/place', { direction: 'down' })
  expect((await titlesSeenBy(stranger)).slice(0, 3)).toEqual(['build-the-support-team', 'listen-first', 'define-the-scope'])

  await ada.post('/toolkit/listen-first/publication', { publish: 'no' })
  expect(await stranger.get('/toolkit/define-the-scope')).toContain('Step 2 of 6')
})

test('a step goes after a question, and those behind it move up; what has no other words goes whole', async () => {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/toolkit/starter')
  expect(await ada.get('/toolkit/launch/removal')).toContain('Remove this step?')

  await ada.post('/toolkit/launch/removal', { only: 'es' })
  expect(await community.stranger().get('/toolkit/launch?language=es')).toContain('lang="en"')
  await ada.post('/toolkit/launch/removal', { only: 'en' })

  expect(await titlesSeenBy(community.stranger())).not.toContain('launch')
  expect(await community.stranger().get('/toolkit/move-to-action')).toContain('Step 4 of 5')
})

test('an address that means something else is not taken, nor one twice; others change nothing', async () => {
  const ada = community.as(await community.person('Ada'))
  expect((await ada.request('POST', '/toolkit', { fields: { ...words, title: 'All' } })).location).toContain('/toolkit/all-2')
  expect((await ada.request('POST', '/toolkit', { fields: words })).location).toContain('/toolkit/listen-first?')
  expect((await ada.request('POST', '/toolkit', { fields: words })).location).toContain('/toolkit/listen-first-2?')

  const acts = ['', '/starter', '/listen-first/publication', '/listen-first/place', '/listen-first/removal']
  for (const browser of [community.stranger(), community.as(await community.person('Ben'))])
    for (const act of acts) expect((await browser.request('POST', `/toolkit${act}`, { fields: words })).status).toBe(404)
})
