import { beforeEach, expect, test } from 'vitest'
import { changeSeries, datesInSeries, editEvent, readCalendar, useCommunity, type Browser, type TestPerson } from '#test'
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
  const [mail] = await community.mails(ben)
  expect(mail?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(readCalendar(mail?.calendar)).toMatchObject({ method: 'REQUEST', entries: [{ guest: 'ben@example.org', answer: 'ACCEPTED' }] })
  expect(mail?.calendar).toContain('canary-room')
  expect(datesInSeries(mail?.calendar)).toMatchObject({
    rule: 'FREQ=MONTHLY;BYDAY=3WE',
    dates: [...third, '2026-09-16T17:00', '2026-10-21T17:00'],
  })
})

const third = ['2026-03-18T17:00', '2026-04-15T17:00', '2026-05-20T17:00', '2026-06-17T17:00', '2026-07-15T17:00', '2026-08-19T17:00']

/** The entry of the series as the last mail that brings one has it. */
const entryOf = async (person: TestPerson, most = 6) =>
  datesInSeries((await community.mails(person)).findLast(({ calendar }) => calendar)?.calendar, most)

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
  expect((await entryOf(dana)).dates).toEqual(third.map((date, n) => (n === 3 ? date : `${date} waits`)))
  const waits = readCalendar(mail?.calendar).entries.filter(({ status }) => status === 'TENTATIVE')
  expect(waits.map(({ answer }) => answer)).toEqual(Array(5).fill('TENTATIVE'))
  for (const entry of waits) expect(JSON.stringify(entry)).not.toContain('canary-room')
  expect((await entryOf(ben)).dates).toEqual([third[0], third[1], `${third[2]} waits`, third[4], third[5], '2026-09-16T17:00'])

  await community.as(chidi).post('/events/spring-call-2026-05-20/regret')
  expect((await answersOf(ben))[2]).toBe('seated')
  await community.work()
  expect((await entryOf(ben)).dates[2]).toBe(third[2])
})

test('one entry follows every change: a date moved, called off, given back and taken again, each with a higher number', async () => {
  await community.as(ben).post(all)
  const seen = [await entryOf(ben)]
  const follows = async (dates: string[]) => {
    await community.work()
    const entry = await entryOf(ben)
    expect(entry.dates).toEqual(dates)
    expect(entry.id).toBe(seen[0]?.id)
    expect(entry.sequence).toBeGreaterThan(seen.at(-1)?.sequence ?? 99)
    seen.push(entry)
  }
  await editEvent(ada, { startsAt: '2026-05-21T14:00', endsAt: '2026-05-21T15:00' }, 'spring-call-2026-05-20')
  await follows(['2026-03-18T17:00', '2026-04-15T17:00', '2026-05-21T19:00', '2026-06-17T17:00', '2026-07-15T17:00', '2026-08-19T17:00'])
  await ada.post('/events/spring-call-2026-07-15/cancellation', { reason: '' })
  await follows(['2026-03-18T17:00', '2026-04-15T17:00', '2026-05-21T19:00', '2026-06-17T17:00', '2026-08-19T17:00', '2026-09-16T17:00'])
  await community.as(ben).post('/events/spring-call/regret')
  await follows(['2026-04-15T17:00', '2026-05-21T19:00', '2026-06-17T17:00', '2026-08-19T17:00', '2026-09-16T17:00', '2026-10-21T17:00'])
  await community.as(ben).post('/events/spring-call/rsvp')
  await follows(['2026-03-18T17:00', '2026-04-15T17:00', '2026-05-21T19:00', '2026-06-17T17:00', '2026-08-19T17:00', '2026-09-16T17:00'])
  expect(datesInSeries(await community.as(ben).get('/events/spring-call/calendar.ics'), 6).dates).toEqual(seen.at(-1)?.dates)
})

test('a date that was answered by itself keeps its own entry, and is not shown twice', async () => {
  await community.as(ben).post('/events/spring-call-2026-05-20/rsvp')
  await community.as(ben).post(all)
  const series = await entryOf(ben)
  expect(series.dates).not.toContain(third[2])
  await editEvent(ada, { startsAt: '2026-05-21T12:00', endsAt: '2026-05-21T13:00' }, 'spring-call-2026-05-20')
  await community.work()
  const own = readCalendar((await community.mails(ben)).at(-1)?.calendar)
  expect(own.entries.map(({ startsAt }) => startsAt)).toEqual(['2026-05-21T17:00:00Z'])
  expect(own.entries[0]?.id).not.toBe(series.id)
})

test('a change of the whole series is one mail to each, whatever dates they come to, and the entry follows it', async () => {
  await community.as(ben).post(all)
  const chidi = await community.person('Chidi')
  for (const slug of ['spring-call', 'spring-call-2026-06-17']) await community.as(chidi).post(`/events/${slug}/rsvp`)
  const before = (await entryOf(ben)).sequence
  await changeSeries(ada, { date: 'spring-call-2026-04-15', changes: { startsAt: '2026-04-15T15:00', endsAt: '2026-04-15T16:00' } })
  await community.work()

  expect((await community.mailTo(ben)).slice(1)).toEqual(['The times have changed: Spring call'])
  const entry = await entryOf(ben)
  expect(entry.sequence).toBeGreaterThan(before)
  expect(entry.dates.slice(0, 5)).toEqual(third.slice(1).map((date) => date.replace('17:00', '20:00')))
  expect((await community.mailTo(chidi)).slice(2)).toEqual(['The time has changed: Spring call'])
  await community.work()
  expect(await community.mailTo(ben)).toHaveLength(2)
})

test('what nobody sees in a calendar is not told, and another end of the series is', async () => {
  await community.as(ben).post(all)
  await changeSeries(ada, { date: 'spring-call', changes: { rotation: 'Dana Reyes' } })
  await community.work()
  expect(await community.mailTo(ben)).toHaveLength(1)
  await changeSeries(ada, { date: 'spring-call', changes: { lastDay: '2026-12-31' } })
  await community.work()
  expect((await community.mailTo(ben)).slice(1)).toEqual(['The series has changed: Spring call'])
  expect((await entryOf(ben, 20)).dates.slice(-1)).toEqual(['2026-12-16T18:00'])
})

test('Ben stops: he keeps the dates he has and the entry ends with them, or gives his seats to those who wait', async () => {
  const dana = await community.person('Dana')
  for (const person of [ben, dana]) await community.as(person).post(all)
  await community.as(ben).post(`${all}/end`, { seats: 'keep' })
  expect(await community.mailTo(ben)).toContain('Later dates are not yours any more: Spring call')
  expect((await entryOf(ben, 20)).dates).toEqual(third)

  await community.as(ben).post(all)
  expect((await entryOf(ben, 8)).dates).toHaveLength(8)
  await community.as(ben).post(`${all}/end`, { seats: 'give-back' })
  await community.work()
  expect(await answersOf(ben)).toEqual(Array(6).fill('declined'))
  expect(readCalendar((await community.mails(ben)).at(-1)?.calendar).method).toBe('CANCEL')
  expect(await answersOf(dana)).toEqual(Array(6).fill('seated'))
  expect((await entryOf(dana)).dates).toEqual(third)
  expect(await community.as(ben).get('/me/data')).toContain('Stopped at')
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
