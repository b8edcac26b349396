import { beforeEach, expect, test } from 'vitest'
import { useCommunity } from '#test'
import { seedSteps } from './step.seed.ts'

const community = useCommunity()
beforeEach(() => seedSteps(community.db, community.network, community.now().subtract({ hours: 1 })))

test('Ben marks the step of his partnership and gets one thing to do after the other; nobody else sees it', async () => {
  const ben = community.as(await community.person('Ben'))
  expect(await ben.get('/toolkit/launch')).toContain('We are at this step')

  await ben.post('/toolkit/mine', { step: 'define-the-scope' })
  const [, first = ''] = /<section id="next-step">.*?<strong>(.*?)<\/strong>/s.exec(await ben.get('/')) ?? []
  expect(first).not.toBe('')
  expect(await ben.get('/me')).toContain(first)
  expect(await ben.get('/toolkit/define-the-scope')).toContain('This is done')

  const after = await ben.post('/toolkit/mine/done', { step: 'define-the-scope', 'done-1': 'yes' })
  expect(/<section id="next-step">.*?<strong>(.*?)<\/strong>/s.exec(after)?.[1]).not.toBe(first)
  expect(after).toMatch(/name="done-1"[^>]*checked/)

  for (const other of [community.stranger(), community.as(await community.person('Chidi')), community.as(await community.person('Ada'))])
    expect(await other.get('/')).not.toContain('Your next step')
  expect((await community.stranger().request('GET', '/toolkit/mine')).location).toMatch(/^\/sign-in/)
})

test('when all is done the next step is one button away; whoever marks none is asked nothing', async () => {
  const ben = community.as(await community.person('Ben'))
  await ben.post('/toolkit/mine', { step: 'launch' })
  const all = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`done-${at + 1}`, 'yes']))
  expect(await ben.post('/toolkit/mine/done', { step: 'launch', ...all })).toContain('Go on to step 5')

  expect((await ben.request('POST', '/toolkit/mine', { fields: { step: 'no-such-step' } })).status).toBe(404)
  await ben.post('/toolkit/mine/removal')
  expect(await ben.get('/')).not.toContain('Your next step')
})

test('what is done stays done when Ada puts one more thing before it', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), community.as(await community.person('Ben'))]
  const words = { language: 'en', title: 'Launch', summary: '' }
  const save = async (body: string) => {
    const seen = /name="seen" value="([^"]*)"/.exec(await ada.get('/toolkit/launch/edit?language=en'))?.[1] ?? ''
    await ada.post('/toolkit/launch', { ...words, body, seen })
  }
  await save('1. Ask Ruth.\n2. Wait.')
  await ben.post('/toolkit/mine', { step: 'launch' })
  await ben.post('/toolkit/mine/done', { step: 'launch', 'done-1': 'yes' })

  await save('1. Breathe.\n2. Ask Ruth.\n3. Wait.')

  const mine = await ben.get('/toolkit/mine')
  expect(mine).toMatch(/name="done-2"[^>]*checked/)
  expect(mine).not.toMatch(/name="done-1"[^>]*checked/)
})

test('it is in Ben’s data, and goes when he leaves', async () => {
  const person = await community.person('Ben')
  const ben = community.as(person)
  await ben.post('/toolkit/mine', { step: 'launch' })
  await ben.post('/toolkit/mine/done', { step: 'launch', 'done-1': 'yes' })
  expect(JSON.parse(await ben.get('/me/data.json')).steps).toMatchObject({
    stepOfMyPartnership: [{ step: 'launch' }],
    done: [{ step: 'launch', number: 1 }],
  })

  await community.db.deleteFrom('person').where('id', '=', person.id).execute()
  expect(await community.db.selectFrom('stepDone').selectAll().execute()).toEqual([])
})
