import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, openPool } from '#database'
import { rhythmJobs } from '#rhythms'
import { ownCommunity, seriesFields, seriesForm, type Browser, type Community, type TestPerson } from '#test'
import { regularJobs } from './regulars.jobs.ts'

const all = '/events/rhythms/spring-call/all'
let community: Community
let url: string
let close: () => Promise<void>
let ada: Browser
let guests: TestPerson[]

/** Third Wednesdays; three people come to all dates. */
beforeAll(async () => {
  ;({ community, url, close } = await ownCommunity())
  await community.event({ seats: 2 })
  ada = community.as(await community.person('Ada'))
  await ada.request('POST', '/events/spring-call/rhythm', { fields: { pattern: 'weekday', every: '1' } })
  guests = await Promise.all(['Ben', 'Chidi', 'Dana'].map((name) => community.person(name)))
}, 60_000)
afterAll(() => close())

const dates = () => community.db.selectFrom('rhythmDate').select(['number', 'day', 'eventId']).orderBy('number').execute()
const makeDates = (db = community.db) => rhythmJobs['make-dates-of-series']?.(db, {}, community.now(), community.config)

/** Each date once, a seat or a place for each who comes to all, nobody counted twice, and no mail twice. */
async function expectAllInOrder(count: number) {
  const made = await dates()
  expect(made.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  expect(new Set(made.map(({ day }) => day.toString())).size).toBe(count)
  expect(new Set(made.map(({ eventId }) => eventId)).size).toBe(count)
  const seats = await community.db.selectFrom('eventSeats').select(['seated', 'waiting']).execute()
  expect(seats.map(({ seated, waiting }) => `${seated}+${waiting}`)).toEqual(Array(count).fill('2+1'))
  for (const guest of guests) {
    const mails = (await community.mails(guest)).map(({ subject, body }) => subject + body)
    expect(new Set(mails).size).toBe(mails.length)
  }
}

test('people come to all dates at once, twice each, while dates are made by two workers: each date once, each person once', async () => {
  community.wait({ hours: 24 * 10 })
  await Promise.all([...guests, ...guests].map((guest) => community.as(guest).request('POST', all)))
  community.wait({ hours: 24 * 25 })
  await Promise.all([makeDates(), makeDates(), makeDates()])
  const { id: rhythmId } = await community.db.selectFrom('rhythm').select('id').executeTakeFirstOrThrow()
  const seat = () => regularJobs['dates-made']?.(community.db, { rhythmId }, community.now(), community.config)
  await Promise.all([seat(), seat(), community.work()])

  await expectAllInOrder((await dates()).length)
  expect((await community.mailTo(guests[0] ?? '')).filter((subject) => subject.startsWith('You are coming to all'))).toHaveLength(1)
}, 60_000)

test('of two stewards who change the series at once one is told, and each guest hears of it once', async () => {
  const [{ eventId } = { eventId: '' }] = (await dates()).slice(2)
  const { slug } = await community.db.selectFrom('event').select('slug').where('id', '=', eventId).executeTakeFirstOrThrow()
  const form = await seriesFields(ada, slug)
  const change = (hour: string) =>
    ada.request('POST', seriesForm(slug), { fields: { ...form, startsAt: `2026-05-20T${hour}:00`, endsAt: `2026-05-20T${hour}:45` } })
  const answers = await Promise.all([change('14'), change('15')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])

  await Promise.all([community.work(), community.work()])
  await community.work()
  for (const guest of guests)
    expect((await community.mailTo(guest)).filter((subject) => subject.startsWith('The times have changed'))).toHaveLength(1)
}, 60_000)

test('a connection cut in the middle of making dates leaves all of them or none, and the next run makes the rest once', async () => {
  for (const ticks of [1, 8, 30, 90]) {
    community.wait({ hours: 24 * 30 })
    const before = (await dates()).length
    const pool = openPool(url, { max: 1 })
    const db = connect(pool)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const making = Promise.resolve(makeDates(db)).catch(() => 'cut')
    for (let tick = 0; tick < ticks; tick++) await new Promise((resolve) => setImmediate(resolve))
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(community.db)
    await making
    await pool.end()

    expect([before, before + 1]).toContain((await dates()).length)
    await makeDates()
    expect((await dates()).length).toBe(before + 1)
    await community.work()
  }
  await expectAllInOrder((await dates()).length)
}, 60_000)
