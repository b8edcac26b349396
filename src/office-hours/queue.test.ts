import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, linkIn, useCommunity } from '#test'

const community = useCommunity()

test('stewards put the queue in order, move a question to a call, and say who looks after it', async () => {
  const ada = await community.person('Ada')
  const desk = community.as(ada)
  const ben = community.as(await community.person('Ben'))
  const { id: event } = await community.event()
  await bringChallenge(ben, { happened: 'The first challenge.' })
  community.wait({ seconds: 1 })
  await bringChallenge(ben, { happened: 'The second challenge.' })
  const second = await idOfChallenge(community)

  const moved = await desk.post(`/office-hours/queue/${second}`, { act: 'up' })
  expect(moved.indexOf('The second challenge.')).toBeLessThan(moved.indexOf('The first challenge.'))
  const arranged = await desk.post(`/office-hours/queue/${second}`, {
    act: 'arrange',
    [`event-${second}`]: event,
    [`helper-${second}`]: ada.id,
  })
  expect(arranged).toContain('Spring call, ')
  expect(arranged).toContain('Who looks after it')
  expect(await desk.post(`/office-hours/queue/${second}`, { act: 'private' })).toContain('No, for the hosts alone')
  expect((await community.stranger().request('GET', `/office-hours/questions/${second}`)).status).toBe(404)
})

test('two that are the same are merged: both askers and “me too” get one answer, private words stay private, and it can be undone', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  const [desk, stranger] = [community.as(ada), community.stranger()]
  await bringChallenge(community.as(ben), { happened: 'The shared one.' })
  const shared = await idOfChallenge(community)
  community.wait({ seconds: 1 })
  await bringChallenge(community.as(chidi), { happened: 'A canary for hosts.', sharing: 'not-at-all' })
  const hidden = await idOfChallenge(community)
  const dana = community.as(await community.person('Dana'))
  await dana.post(`/office-hours/questions/${shared}/me-too`)

  const merge = (id: string, into: string) => desk.request('POST', `/office-hours/queue/${id}/merging`, { fields: { act: 'merge', into } })
  expect((await merge(hidden, hidden)).status).toBe(409)
  expect((await merge(hidden, '01890000-0000-7000-8000-000000000000')).html).toContain('not there any more')
  expect((await community.as(chidi).request('POST', `/office-hours/queue/${hidden}/merging`, { fields: { act: 'apart' } })).status).toBe(
    404,
  )
  await merge(hidden, shared)
  expect((await merge(shared, hidden)).html).toContain('merged into a third one')

  const queue = await desk.get('/office-hours/queue')
  expect(queue).not.toContain('A canary for hosts.')
  expect(queue).toContain('2 others')
  expect(await desk.get(`/office-hours/queue/${shared}`)).toContain('A canary for hosts.')
  for (const path of ['/office-hours/questions', `/office-hours/questions/${shared}`]) {
    const page = await stranger.get(path)
    expect(page, path).toContain('1 other')
    expect(page, path).not.toContain('canary')
  }
  expect(await community.as(ben).get('/me/data')).not.toContain('canary')
  expect(await desk.get('/admin')).toContain('1 challenge waits for an answer')
  const mine = await linkIn(community, chidi, 'mine')
  expect(await stranger.get(mine)).toContain('Others brought the same challenge.')
  expect(await stranger.get(mine)).not.toContain('The shared one.')

  expect(await desk.post(`/office-hours/queue/${hidden}/merging`, { act: 'apart' })).not.toContain('This one was merged.')
  expect(await desk.get('/office-hours/queue')).toContain('A canary for hosts.')
  await merge(hidden, shared)
  await desk.post(`/office-hours/queue/${shared}/answer`, {
    language: 'en',
    title: 'One answer',
    summary: '',
    asked: '',
    body: 'Yes.',
    seen: '',
  })
  await desk.post('/office-hours/answers/one-answer/publication', { publish: 'yes' })
  expect((await community.mailTo(ben)).at(-1)).toBe('An answer: One answer')
  expect((await community.mailTo(chidi)).at(-1)).toBe('An answer: One answer')
  expect(await community.mailTo('dana@example.org')).toEqual(['An answer: One answer'])
  expect(await stranger.get(mine)).toContain('There is an answer:')
  expect((await merge(shared, hidden)).html).toContain('One of the two is answered already.')
})

test('a shared one that was merged leads to the one that stays, and waits for itself again when that is withdrawn', async () => {
  const desk = community.as(await community.person('Ada'))
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await bringChallenge(community.as(ben), { happened: 'The first.' })
  const first = await idOfChallenge(community)
  community.wait({ seconds: 1 })
  await bringChallenge(community.as(chidi), { happened: 'The second.' })
  const second = await idOfChallenge(community)
  await desk.post(`/office-hours/queue/${second}/merging`, { act: 'merge', into: first })

  const stranger = community.stranger()
  expect(await stranger.get(`/office-hours/questions/${second}`)).toContain('The first.')
  expect(await stranger.get('/office-hours/questions')).not.toContain('The second.')
  await stranger.post(`${await linkIn(community, ben, 'mine')}/withdrawal`)
  expect(await desk.get('/office-hours/queue')).toContain('The second.')
  expect(await stranger.get(`/office-hours/questions/${second}`)).toContain('The second.')
})
