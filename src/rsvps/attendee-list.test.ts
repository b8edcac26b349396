import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { listAttendees } from './attendee.data.ts'

const community = useCommunity()

test('those with a seat come first, then those who wait in their order, then who cannot come; page by page too', async () => {
  const { id } = await community.event({ seats: 2 })
  for (const name of ['Ben', 'Chidi', 'Dana', 'Eve', 'Fay'])
    await community.as(await community.person(name)).post('/events/spring-call/rsvp')
  await community.as(await community.person('Gus')).post('/events/spring-call/regret')

  const whole = (await listAttendees(community.db, id)).map(({ name, answer }) => `${name} ${answer}`)
  expect(whole).toEqual(['Ben seated', 'Chidi seated', 'Dana waiting', 'Eve waiting', 'Fay waiting', 'Gus declined'])

  const pages = []
  for (const offset of [0, 2, 4, 6]) pages.push(await listAttendees(community.db, id, { limit: 2, offset }))
  expect(pages.map((page) => page.map(({ name, answer }) => `${name} ${answer}`))).toEqual([
    whole.slice(0, 2),
    whole.slice(2, 4),
    whole.slice(4),
    [],
  ])
})
