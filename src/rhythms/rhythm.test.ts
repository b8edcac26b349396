import { beforeEach, expect, test } from 'vitest'
import { changeSeries, editEvent, readCalendar, useCommunity, type Browser } from '#test'
import { rhythmJobs } from './rhythms.jobs.ts'

const community = useCommunity()
const series = '/events/rhythms/spring-call'
let ada: Browser

beforeEach(async () => {
  await community.event({ seats: 40 })
  ada = community.as(await community.person('Ada'))
})

const monthly = { pattern: 'weekday', every: '1', rotation: '', mostDates: '', lastDay: '' }
const repeat = (more: Partial<Record<keyof typeof monthly, string>> = {}) =>
  ada.request('POST', '/events/spring-call/rhythm', { fields: { ...monthly, ...more } })

const dates = async () =>
  (await community.db.selectFrom('event').select(['slug', 'startsAt', 'hosts']).orderBy('startsAt').execute()).map(
    ({ slug, startsAt, hosts }) => ({ slug, at: startsAt?.toString(), hosts: hosts.join(' and ') }),
  )
const days = async () => (await dates()).map(({ at }) => at)

const changeFrom = (date: string, changes: Record<string, string>) => changeSeries(ada, { date, changes })

test('third Wednesday: the dates of half a year are there, at the same hour on the wall, and everybody finds them', async () => {
  await editEvent(ada, { hosts: 'Dana Reyes' })
  const made = await repeat({ rotation: 'Marisol Vega\nJoanna Kowalski, Ada Whitfield' })
  expect(made.location).toBe(series)

  expect(await dates()).toEqual([
    { slug: 'spring-call', at: '2026-03-18T17:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-04-15', at: '2026-04-15T17:00:00Z', hosts: 'Joanna Kowalski and Ada Whitfield' },
    { slug: 'spring-call-2026-05-20', at: '2026-05-20T17:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-06-17', at: '2026-06-17T17:00:00Z', hosts: 'Joanna Kowalski and Ada Whitfield' },
    { slug: 'spring-call-2026-07-15', at: '2026-07-15T17:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-08-19', at: '2026-08-19T17:00:00Z', hosts: 'Joanna Kowalski and Ada Whitfield' },
  ])
  const page = await community.stranger().get(series)
  expect(page).toContain('Third Wednesday of the month, 12:00')
  expect(page).toContain('/events/spring-call-2026-08-19')
  expect(page).not.toContain('Look after the dates')
  expect(await community.stranger().get('/events/spring-call-2026-05-20')).toContain(series)
  expect(await community.stranger().get('/events/spring-call-2026-05-20')).not.toContain('canary-room')
})

test('later dates follow as time goes on, once each, over the change of clocks', async () => {
  await repeat()
  community.wait({ hours: 24 * 90 })
  for (let n = 0; n < 2; n++) await rhythmJobs['make-dates-of-series']?.(community.db, {}, community.now(), community.config)

  expect((await days()).slice(-3)).toEqual(['2026-09-16T17:00:00Z', '2026-10-21T17:00:00Z', '2026-11-18T18:00:00Z'])
})

test('it ends after some dates or on a day', async () => {
  await repeat({ pattern: 'week', every: '2', mostDates: '3' })
  expect(await days()).toEqual(['2026-03-18T17:00:00Z', '2026-04-01T17:00:00Z', '2026-04-15T17:00:00Z'])

  await changeFrom('spring-call-2026-04-01', { mostDates: '', lastDay: '2026-05-01' })
  expect(await days()).toEqual(['2026-03-18T17:00:00Z', '2026-04-01T17:00:00Z', '2026-04-15T17:00:00Z', '2026-04-29T17:00:00Z'])
})

test('what is changed for one date alone stays when the series changes, and the page says so', async () => {
  await repeat({ rotation: 'Marisol Vega\nJoanna Kowalski' })
  await editEvent(ada, { startsAt: '2026-05-21T12:00', endsAt: '2026-05-21T13:00' }, 'spring-call-2026-05-20')
  await editEvent(ada, { hosts: 'Dana Reyes' }, 'spring-call-2026-06-17')
  const before = (await ada.get(series)).replaceAll(/<[^>]+>/g, ' ')
  expect(before).toMatch(/Dana Reyes\s+Changed for this date: the hosts/)
  expect(before).toContain('the time')

  expect(
    (await changeFrom('spring-call-2026-04-15', { startsAt: '2026-04-15T14:00', endsAt: '2026-04-15T15:30', title: 'Monthly call' }))
      .location,
  ).toBe(series)

  expect(await dates()).toEqual([
    { slug: 'spring-call', at: '2026-03-18T17:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-04-15', at: '2026-04-15T19:00:00Z', hosts: 'Joanna Kowalski' },
    { slug: 'spring-call-2026-05-20', at: '2026-05-21T17:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-06-17', at: '2026-06-17T19:00:00Z', hosts: 'Dana Reyes' },
    { slug: 'spring-call-2026-07-15', at: '2026-07-15T19:00:00Z', hosts: 'Marisol Vega' },
    { slug: 'spring-call-2026-08-19', at: '2026-08-19T19:00:00Z', hosts: 'Joanna Kowalski' },
  ])
  expect(await community.stranger().get('/events/spring-call-2026-05-20')).toContain('Monthly call')
  expect(await community.stranger().get('/events/spring-call')).not.toContain('Monthly call')
})

test('Spanish words of the dates follow, too, but where a date has its own', async () => {
  await repeat()
  const spanish = (slug: string, title: string) =>
    ada.post(`/events/${slug}/words?language=es`, { language: 'es', title, summary: 'Resumen', description: 'Texto', seen: '' })
  await spanish('spring-call', 'Llamada')
  await changeFrom('spring-call', { capacity: '30' })
  await spanish('spring-call-2026-05-20', 'Llamada de mayo')
  await spanish('spring-call-2026-04-15', 'Llamada mensual')
  await changeFrom('spring-call-2026-04-15', { capacity: '31' })
  const titles = await community.db
    .selectFrom('eventText')
    .innerJoin('event', 'event.id', 'eventId')
    .select('title')
    .where('language', '=', 'es')
    .orderBy('startsAt')
    .execute()
  expect(titles.map(({ title }) => title)).toEqual([
    'Llamada',
    'Llamada mensual',
    'Llamada de mayo',
    'Llamada mensual',
    'Llamada mensual',
    'Llamada mensual',
  ])
  expect(await community.stranger().get('/sitemap.xml')).toContain(`${series}</loc>`)
})

test('another weekday moves the dates with those who come, who are told; what it has no more is called off', async () => {
  await repeat({ mostDates: '3' })
  const ben = await community.person('Ben')
  for (const slug of ['spring-call-2026-04-15', 'spring-call-2026-05-20']) await community.as(ben).post(`/events/${slug}/rsvp`)

  await changeFrom('spring-call-2026-04-15', { startsAt: '2026-04-14T12:00', endsAt: '2026-04-14T13:00', mostDates: '2' })
  await community.work()

  expect(await days()).toEqual(['2026-03-18T17:00:00Z', '2026-04-14T17:00:00Z', '2026-05-20T17:00:00Z'])
  expect(await community.as(ben).get('/events/spring-call-2026-04-15')).toContain('You are coming')
  expect((await community.mailTo(ben)).slice(2)).toEqual(['The times have changed: Spring call'])
  const told = (await community.mails(ben)).at(-1)
  for (const words of ['Tuesday, April 14', 'Wednesday, April 15', 'Called off']) expect(told?.body).toContain(words)
  expect(readCalendar(told?.calendar).entries.map(({ startsAt, status }) => `${startsAt} ${status}`)).toEqual([
    '2026-04-14T17:00:00Z CONFIRMED',
    '2026-05-20T17:00:00Z CANCELLED',
  ])
})

test('a date that is skipped stays skipped', async () => {
  await repeat()
  await ada.post('/events/spring-call-2026-05-20/cancellation', { reason: 'Conference week.' })
  await changeFrom('spring-call-2026-04-15', { title: 'Monthly call' })
  await rhythmJobs['make-dates-of-series']?.(community.db, {}, community.now(), community.config)

  expect(await days()).toHaveLength(6)
  expect(await community.stranger().get(series)).not.toContain('spring-call-2026-05-20')
  expect(await ada.get(series)).toContain('Skipped')
})

test('nobody is asked to stand up: a date with more guests than the new number of seats keeps them', async () => {
  await repeat()
  for (const name of ['Ben', 'Chidi']) await community.as(await community.person(name)).post('/events/spring-call-2026-05-20/rsvp')
  expect((await changeFrom('spring-call-2026-04-15', { capacity: '1' })).status).toBe(303)

  const seats = await community.db
    .selectFrom('eventSeats')
    .innerJoin('event', 'event.id', 'eventId')
    .select('capacity')
    .orderBy('startsAt')
    .execute()
  expect(seats.map(({ capacity }) => capacity)).toEqual([40, 1, 2, 1, 1, 1])
})

test('of two stewards who change it at once, the second is told and keeps what they typed', async () => {
  await repeat()
  await changeFrom('spring-call', { title: 'Monthly call' })
  const late = await changeFrom('spring-call', { title: 'My own title', seen: '2026-03-04T14:00:00Z' })

  expect(late.status).toBe(409)
  expect(late.html).toContain('value="My own title"')
  expect(await community.stranger().get('/events/spring-call')).toContain('Monthly call')
})

test('what cannot repeat is refused with a sentence: no date, a draft, a date of a series already, bad numbers', async () => {
  await community.event({ title: 'A draft', draft: true })
  await community.event({ title: 'Some day', open: true })
  for (const [slug, sentence] of [
    ['a-draft', 'Publish the event first'],
    ['some-day', 'Set the date first'],
  ]) {
    const refused = await ada.request('POST', `/events/${slug}/rhythm`, { fields: monthly })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain(sentence)
  }
  await repeat()
  expect((await repeat()).html).toContain('This is a date of a series already.')
  const wrong = await repeat({ every: '0', mostDates: '-1', pattern: 'never', lastDay: '2026-02-31', rotation: 'x'.repeat(400) })
  expect(wrong.status).toBe(422)
  for (const name of ['every', 'mostDates', 'pattern', 'lastDay', 'rotation']) expect(wrong.html).toContain(`id="error-${name}"`)
  expect(await community.db.selectFrom('rhythm').select('slug').execute()).toHaveLength(1)
})

test('strangers, Ben and Chidi cannot begin or change one; what is not there is not there', async () => {
  await repeat()
  const people = [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))]
  for (const browser of people)
    for (const path of ['/events/spring-call/rhythm', `${series}/edit?from=spring-call`])
      for (const method of ['GET', 'POST'] as const) expect((await browser.request(method, path)).status).toBe(404)
  expect((await ada.request('GET', '/events/rhythms/no-such')).status).toBe(404)
  expect((await ada.request('GET', `${series}/edit?from=no-such`)).status).toBe(404)
  expect(await days()).toHaveLength(6)
})
