import { beforeEach, expect, test } from 'vitest'
import { editEvent, readCalendar, useCommunity, type Browser, type TestPerson } from '#test'
import { rhythmJobs } from '#rhythms'

const community = useCommunity()
const all = '/events/rhythms/spring-call/all'
let ada: Browser
let ben: TestPerson

/** Third Wednesdays from March to August, one seat each. */
beforeEach(async () => {
  await community.event({ seats: 1 })
  ada = community.as(await community.person('Ada'))
  ben = await community.person('Ben')
  await ada.request('POST', '/events/spring-call/rhythm', { fields: { pattern: 'weekday', every: '1' } })
  await community.work()
})

const answersOf = async (person: { id: string }) =>
  (
    await community.db
      .selectFrom('rsvp')
      .innerJoin('event', 'event.id', 'eventId')
      .select('answer')
      .where('personId', '=', person.id)
      .orderBy('startsAt')
      .execute()
  ).map(({ answer }) => answer)

const counts = async () =>
  (
    await community.db
      .selectFrom('eventSeats')
      .innerJoin('event', 'event.id', 'eventId')
      .select(['seated', 'waiting'])
      .orderBy('startsAt')
      .execute()
  ).map(({ seated, waiting }) => `${seated}+${waiting}`)

test('Ben comes to all dates with one click and gets one mail with all of them; opening the page changes nothing', async () => {
  expect(await community.as(ben).get(all)).toContain('Come to all dates')
  expect(await answersOf(ben)).toEqual([])
  expect(await community.as(ben).post(all)).toContain('You come to all dates.')
  await community.as(ben).post(all)

  expect(await answersOf(ben)).toEqual(Array(6).fill('seated'))
  expect(await community.mailTo(ben)).toEqual(['You are coming to all dates: Spring call'])
  const { method, entries } = readCalendar((await community.mails(ben))[0]?.calendar)
  expect(method).toBe('PUBLISH')
  expect(entries.map(({ startsAt }) => startsAt).toSorted()).toEqual([
    '2026-03-18T17:00:00Z',
    '2026-04-15T17:00:00Z',
    '2026-05-20T17:00:00Z',
    '2026-06-17T17:00:00Z',
    '2026-07-15T17:00:00Z',
    '2026-08-19T17:00:00Z',
  ])
  for (const { description } of entries) expect(description).toContain('canary-room')
})

test('each date keeps its own seats and its own waiting list; a no to one date stays a no, and nobody overtakes', async () => {
  const chidi = await community.person('Chidi')
  await community.as(chidi).post('/events/spring-call-2026-05-20/rsvp')
  await community.as(ben).post('/events/spring-call-2026-06-17/regret')
  await community.as(ben).post(all)

  expect(await answersOf(ben)).toEqual(['seated', 'seated', 'waiting', 'declined', 'seated', 'seated'])
  const dana = await community.person('Dana')
  await community.as(dana).post(all)
  expect(await answersOf(dana)).toEqual(['waiting', 'waiting', 'waiting', 'seated', 'waiting', 'waiting'])
  expect(await counts()).toEqual(['1+1', '1+1', '1+2', '1+0', '1+1', '1+1'])
  const mail = (await community.mails(dana))[0]
  expect(mail?.body).toContain('(waiting list)')
  const waits = readCalendar(mail?.calendar).entries.filter(({ status }) => status === 'TENTATIVE')
  expect(waits).toHaveLength(5)
  for (const entry of waits) expect(JSON.stringify(entry)).not.toContain('canary-room')

  await community.as(chidi).post('/events/spring-call-2026-05-20/regret')
  expect((await answersOf(ben))[2]).toBe('seated')
})

test('what changes later changes the same entry in the calendar, with a higher number', async () => {
  await community.as(ben).post(all)
  const before = readCalendar((await community.mails(ben))[0]?.calendar).entries
  await editEvent(ada, { startsAt: '2026-05-21T12:00', endsAt: '2026-05-21T13:00' }, 'spring-call-2026-05-20')
  await community.work()

  const [moved] = readCalendar((await community.mails(ben)).at(-1)?.calendar).entries
  const was = before.find(({ id }) => id === moved?.id)
  expect([was?.startsAt, moved?.startsAt]).toEqual(['2026-05-20T17:00:00Z', '2026-05-21T17:00:00Z'])
  expect(moved?.sequence).toBeGreaterThan(was?.sequence ?? 99)
})

test('dates that are made later are theirs without a mail for each, until they stop', async () => {
  await community.as(ben).post(all)
  const makeMore = async () => {
    await rhythmJobs['make-dates-of-series']?.(community.db, {}, community.now(), community.config)
    await community.work()
  }
  community.wait({ hours: 24 * 20 })
  await makeMore()
  expect(await answersOf(ben)).toEqual(Array(7).fill('seated'))

  await community.as(ben).post(`${all}/end`)
  community.wait({ hours: 24 * 30 })
  await makeMore()
  expect(await answersOf(ben)).toHaveLength(7)
  const mails = (await community.mailTo(ben)).filter((subject) => subject.startsWith('You are coming'))
  expect(mails).toEqual(['You are coming to all dates: Spring call'])
})

test('without an account: the link in the mail of one date leads to all of them', async () => {
  await community.stranger().post('/events/spring-call/rsvp', { rsvpEmail: 'nora@example.org' })
  const link = (await community.mails('nora@example.org')).at(-1)?.links.find((href) => href.includes('/rsvp/')) ?? ''
  const path = `${new URL(link).pathname}/all`
  expect(await community.stranger().get(path)).toContain('Come to all dates')
  expect(await community.stranger().post(path)).toContain('You come to all dates.')

  expect(await community.mailTo('nora@example.org')).toContain('You are coming to all dates: Spring call')
  expect(await counts()).toEqual(Array(6).fill('1+0'))
  for (const wrong of [path.replace('/all', 'x/all'), '/rsvp/x/all'])
    expect((await community.stranger().request('POST', wrong)).status).toBe(404)
})

test('strangers do not get in; a series that is not there is not there', async () => {
  for (const path of [all, `${all}/end`]) expect((await community.stranger().request('POST', path)).status).not.toBe(200)
  expect((await community.as(ben).request('POST', '/events/rhythms/no-such/all')).status).toBe(404)
  expect(await counts()).toEqual(Array(6).fill('0+0'))
})
