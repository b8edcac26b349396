import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, useCommunity } from '#test'

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
