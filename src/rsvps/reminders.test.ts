import { expect, test } from 'vitest'
import { editEvent, useCommunity, type TestPerson } from '#test'
import { rsvpJobs } from './rsvps.jobs.ts'

const community = useCommunity()
const page = '/events/spring-call'
const startsAt = '2026-03-18T17:00:00Z'

async function comes(name: string, more: Parameters<typeof community.person>[1] = {}) {
  const person = await community.person(name, more)
  await community.as(person).post(`${page}/rsvp`)
  return person
}

/** Moves the clock to this moment, on the hour and the minutes between, as the worker lives through it. */
async function liveUntil(moment: string) {
  const until = Temporal.Instant.from(moment)
  while (Temporal.Instant.compare(community.now(), until) < 0) {
    const left = community.now().until(until)
    community.wait(Temporal.Duration.compare(left, { hours: 1 }) < 0 ? left : { hours: 1 })
    await community.work()
  }
}
const reminded = async (person: TestPerson) => (await community.mailTo(person)).slice(1)

test('Ben is reminded a week, a day and an hour before, on his own clock, with the way to dial in', async () => {
  await community.event()
  const ben = await comes('Ben', { timeZone: 'America/Denver' })

  await liveUntil('2026-03-11T16:59:00Z')
  expect(await reminded(ben)).toEqual([])
  await liveUntil('2026-03-18T18:00:00Z')

  expect(await reminded(ben)).toEqual([
    'Wednesday, March 18, 2026, 11:00 AM Mountain Time: Spring call',
    'Tomorrow, 11:00 AM Mountain Time: Spring call',
    'Today, 11:00 AM Mountain Time: Spring call',
  ])
  for (const { body } of (await community.mails(ben)).slice(1))
    for (const detail of ['canary-room', '+1 202-555-0199', '555 0199 7777', '730918', '/rsvp/']) expect(body).toContain(detail)
})

test('Dana reads hers in Spanish, on the clocks of Hawaii', async () => {
  await community.event({ reminders: ['day'] })
  const dana = await comes('Dana', { language: 'es', timeZone: 'Pacific/Honolulu' })
  await liveUntil(startsAt)

  expect(await reminded(dana)).toEqual([expect.stringMatching(/^Mañana, 7:00 a\.m\. hora .*Hawái.*: Spring call$/)])
})

test('across the change of clocks the day before is the same hour on the clocks of the event, 23 hours before', async () => {
  await community.event({ startsAt: Temporal.Instant.from('2026-03-08T17:00:00Z'), reminders: ['day'] })
  const ben = await comes('Ben')

  await liveUntil('2026-03-07T17:59:00Z')
  expect(await reminded(ben)).toEqual([])
  await liveUntil('2026-03-07T18:00:00Z')
  expect(await reminded(ben)).toEqual(['Tomorrow, 12:00 PM Central Time: Spring call'])
})

test('only the reminders that were chosen are sent; for none, none', async () => {
  await community.event({ reminders: ['hour'] })
  await community.event({ title: 'Quiet call', reminders: [] })
  const ben = await comes('Ben')
  await community.as(ben).post('/events/quiet-call/rsvp')
  await liveUntil(startsAt)

  expect((await community.mailTo(ben)).slice(2)).toEqual(['Today, 12:00 PM Central Time: Spring call'])
})

test('the job that runs a second time mails nobody twice', async () => {
  const { id: eventId } = await community.event({ reminders: ['day'] })
  const ben = await comes('Ben')
  await liveUntil('2026-03-17T17:00:00Z')
  expect(await reminded(ben)).toHaveLength(1)

  for (const later of [0, 5]) {
    community.wait({ minutes: later })
    await rsvpJobs['event-reminder']?.(community.db, { eventId, kind: 'day', startsAt }, community.now(), community.config)
  }
  expect(await reminded(ben)).toHaveLength(1)
})

test('a job that was held up reminds nobody once the next reminder is due', async () => {
  await community.event({ reminders: ['week', 'day', 'hour'] })
  const ben = await comes('Ben')
  community.wait(community.now().until(Temporal.Instant.from('2026-03-18T16:30:00Z')))
  await community.work()

  expect(await reminded(ben)).toEqual(['Today, 12:00 PM Central Time: Spring call'])
})

test('a gathering that moves takes its reminders along', async () => {
  await community.event({ reminders: ['day'] })
  const ben = await comes('Ben')
  await editEvent(community.as(await community.person('Ada')), { startsAt: '2026-03-20T14:00', endsAt: '2026-03-20T15:00' })
  await liveUntil('2026-03-19T18:59:00Z')
  expect(await reminded(ben)).toEqual(['The time has changed: Spring call'])

  await liveUntil('2026-03-20T19:00:00Z')
  expect(await reminded(ben)).toEqual(['The time has changed: Spring call', 'Tomorrow, 2:00 PM Central Time: Spring call'])
})

test('what was called off reminds nobody', async () => {
  await community.event()
  const ben = await comes('Ben')
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: '' })
  await liveUntil(startsAt)

  expect(await reminded(ben)).toEqual(['Called off: Spring call'])
})

test('whoever comes late gets only the reminders still ahead', async () => {
  await community.event()
  await liveUntil('2026-03-17T20:00:00Z')
  const ben = await comes('Ben')
  await liveUntil(startsAt)

  expect(await reminded(ben)).toEqual(['Today, 12:00 PM Central Time: Spring call'])
})

test('those who wait, cannot come or gave their seat back are left alone; who moved up is reminded', async () => {
  await community.event({ seats: 1, reminders: ['week', 'hour'] })
  const ben = await comes('Ben')
  const chidi = await comes('Chidi')
  const dana = await community.person('Dana')
  await community.as(dana).post(`${page}/regret`)
  await liveUntil('2026-03-12T00:00:00Z')
  expect(await community.mailTo(chidi)).toEqual(['You are on the waiting list: Spring call'])

  await community.as(ben).post(`${page}/regret`)
  await liveUntil(startsAt)
  expect((await reminded(ben)).at(-1)).toBe('You are not coming: Spring call')
  expect(await reminded(chidi)).toEqual(['You have a seat now: Spring call', 'Today, 12:00 PM Central Time: Spring call'])
  expect(await community.mailTo(dana)).toEqual([])
})
