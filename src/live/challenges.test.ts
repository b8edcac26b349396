import { expect, test } from 'vitest'
import { useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/events/spring-call/live'

const bring = (browser: Browser, happened: string, more: Record<string, string> = {}) =>
  browser.post('/office-hours/questions', { happened, tried: '', wish: 'ideas', stage: '', sharing: 'nameless', event: '', ...more })

const idOf = async (happened: string) =>
  (await community.db.selectFrom('question').select('id').where('happened', '=', happened).executeTakeFirstOrThrow()).id

test('challenges that were brought ahead join the queue of the call once; what hosts note begins the answer', async () => {
  const { id: event } = await community.event()
  const ada = community.as(await community.person('Ada'))
  const ben = community.as(await community.person('Ben'))
  const stranger = community.stranger()
  await bring(ben, 'Our launch was too large.', { event })
  community.wait({ seconds: 1 })
  await bring(ben, 'A canary for the hosts.', { sharing: 'not-at-all' })

  for (let time = 0; time < 2; time++) await ada.post(`${page}/challenges`)
  const host = await ada.get(`${page}/host`)
  expect(host.split('>Our launch was too large.<')).toHaveLength(2)
  expect(host).toContain('A canary for the hosts.')
  expect(await stranger.get(page)).toContain('Our launch was too large.')
  expect(await stranger.get(page)).not.toContain('canary')

  await ada.post(`${page}/turn`)
  const { id } = await community.db.selectFrom('liveItem').select('id').where('state', '=', 'now').executeTakeFirstOrThrow()
  await ada.post(`${page}/items/${id}/notes`, { notes: 'Split it by priority.' })
  const draft = `/office-hours/queue/${await idOf('Our launch was too large.')}/answer`
  expect(await ada.get(`${page}/host`)).toContain(`href="${draft}"`)
  expect(await ada.get(draft)).toContain('Split it by priority.')
})

test('a challenge that is withdrawn or kept for the hosts meanwhile is shown to nobody any more', async () => {
  await community.event()
  const ada = community.as(await community.person('Ada'))
  const ben = community.as(await community.person('Ben'))
  const stranger = community.stranger()
  const me = await bring(ben, 'Our launch was too large.')
  community.wait({ seconds: 1 })
  await bring(ben, 'Nobody came.')
  await ada.post(`${page}/challenges`)
  expect(await stranger.get(page)).toContain('Nobody came.')

  await ada.post(`/office-hours/queue/${await idOf('Nobody came.')}`, { act: 'private' })
  expect(await stranger.get(page)).not.toContain('Nobody came.')
  await ben.post(`${/\/office-hours\/mine\/[^"]+/.exec(me)?.[0] ?? ''}/withdrawal`)
  expect(await stranger.get(page)).not.toContain('Our launch')
  expect(await ada.get(`${page}/host`)).not.toContain('Our launch')
})

test('only hosts bring challenges in', async () => {
  await community.event()
  const ben = community.as(await community.person('Ben'))
  for (const browser of [ben, community.stranger()]) expect((await browser.request('POST', `${page}/challenges`)).status).toBe(404)
})

test('what whoever asked changes follows into the call; what waits no more is not taken up; a challenge has its steps, another question a plain clock', async () => {
  await community.event()
  const ada = community.as(await community.person('Ada'))
  const ben = community.as(await community.person('Ben'))
  const stranger = community.stranger()
  const me = await bring(ben, 'Nobody came.', { sharing: 'not-at-all' })
  const mine = /\/office-hours\/mine\/[^"]+/.exec(me)?.[0] ?? ''
  for (const happened of ['Withdrawn later.', 'The same again.', 'Who pays?']) {
    community.wait({ seconds: 1 })
    await bring(ben, happened)
  }
  await ada.post(`${page}/challenges`)
  expect(await stranger.get(page)).not.toContain('Nobody came.')

  const said = { happened: 'Three firms came.', tried: '', wish: 'ideas', stage: '', sharing: 'nameless', event: '' }
  await ben.post(mine, { ...said, act: 'change' })
  await community.db.updateTable('question').set({ withdrawnAt: community.now() }).where('happened', '=', 'Withdrawn later.').execute()
  await ada.post(`/office-hours/queue/${await idOf('The same again.')}/merging`, { act: 'merge', into: await idOf('Who pays?') })
  const host = await ada.get(`${page}/host`)
  expect(host).toContain('Three firms came.')
  for (const gone of ['Nobody came.', 'Withdrawn later.', 'The same again.']) expect(host).not.toContain(gone)

  await ada.post(`${page}/turn`)
  const { id } = await community.db.selectFrom('liveItem').select('id').where('state', '=', 'now').executeTakeFirstOrThrow()
  await ada.post(`${page}/items/${id}`, { how: 'show' })
  expect(await stranger.get(page)).toMatch(/Three firms came\..*Begun at 9:00.*Tell it, 5 minutes.*What to take home, 5 minutes/s)
  await ada.post(`${page}/turn`)
  expect(await stranger.get(page)).toMatch(/Now<\/h2>.*Who pays\?.*Talked about<\/h2>.*Three firms came\./s)
  await ada.post(`${page}/items`, { question: 'From the call?', sharing: 'nameless' })
  await ada.post(`${page}/turn`)
  expect(await stranger.get(page)).not.toContain('Tell it')

  await ben.post(mine, { ...said, sharing: 'not-at-all', act: 'change' })
  expect(await stranger.get(page)).not.toContain('Three firms came.')
  const keys = await ada.get(`${page}/host`)
  expect(keys).toContain('<kbd>n</kbd>')
  expect(keys).toContain('Use these keys')
})
