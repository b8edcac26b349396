import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownCommunity, type Community, type TestPerson } from '#test'

let community: Community
let close: () => Promise<void>

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  close = own.close
}, 60_000)
afterEach(() => close())

const rows = () => community.db.selectFrom('rsvp').selectAll().orderBy('place').execute()
const seats = () => community.db.selectFrom('eventSeats').selectAll().executeTakeFirstOrThrow()
/** Fifty at a time: on a busy machine a thousand would wait too long for a connection before the race begins. */
async function people(count: number) {
  const guests: TestPerson[] = []
  for (let first = 0; first < count; first += 50)
    guests.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - first) }, (_, at) => community.person(`Guest${first + at}`)))),
    )
  return guests
}
const allAtOnce = (guests: TestPerson[], path: string) => Promise.all(guests.map((guest) => community.as(guest).request('POST', path)))

test('a thousand people ask at once for fifty seats: fifty are seated, the rest wait in order, each gets one mail', async () => {
  await community.event({ seats: 50 })
  const guests = await people(1000)

  const answers = await allAtOnce(guests, '/events/spring-call/rsvp')

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const rsvps = await rows()
  expect(rsvps.map(({ answer }) => answer)).toEqual([...Array<string>(50).fill('seated'), ...Array<string>(950).fill('waiting')])
  expect(rsvps.map(({ place }) => place)).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1))
  expect(await seats()).toMatchObject({ seated: 50, waiting: 950, isFull: true })
  const mails = await community.db.selectFrom('mail').select(['personId', 'subject']).execute()
  const told = new Map(mails.map(({ personId, subject }) => [personId, subject]))
  expect(mails).toHaveLength(1000)
  for (const { personId, answer } of rsvps)
    expect(told.get(personId)).toBe(answer === 'seated' ? 'You are coming: Spring call' : 'You are on the waiting list: Spring call')
}, 120_000)

test('the same person presses the button twenty times at once: one seat, one mail', async () => {
  await community.event({ seats: 5 })
  const ben = await community.person('Ben')

  const answers = await allAtOnce(Array<TestPerson>(20).fill(ben), '/events/spring-call/rsvp')

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await rows()).toHaveLength(1)
  expect(await seats()).toMatchObject({ seated: 1, waiting: 0 })
  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call'])
})

test('people come and go all at once: counts stay true, no seat stays empty while somebody waits', async () => {
  await community.event({ seats: 10 })
  const guests = await people(60)
  await allAtOnce(guests, '/events/spring-call/rsvp')

  const going = guests.filter((_, at) => at % 2 === 0)
  const coming = await Promise.all(Array.from({ length: 20 }, (_, at) => community.person(`Late${at}`)))
  await Promise.all([
    ...going.map((guest) => community.as(guest).request('POST', '/events/spring-call/regret')),
    ...coming.map((guest) => community.as(guest).request('POST', '/events/spring-call/rsvp')),
  ])
  await allAtOnce(going.slice(0, 10), '/events/spring-call/rsvp')

  const rsvps = await rows()
  const count = (answer: string) => rsvps.filter((rsvp) => rsvp.answer === answer).length
  expect(await seats()).toMatchObject({ seated: 10, waiting: count('waiting') })
  expect(count('seated')).toBe(10)
  expect(count('seated') + count('waiting')).toBe(30 + 20 + 10)
  const lastSeated = Math.max(...rsvps.filter(({ answer }) => answer === 'seated').map(({ place }) => place))
  const firstWaiting = Math.min(...rsvps.filter(({ answer }) => answer === 'waiting').map(({ place }) => place))
  expect(lastSeated).toBeLessThan(firstWaiting)
}, 60_000)

test('whoever has just been seated when the event is called off is told; nobody is seated afterwards', async () => {
  await community.event({ seats: 200 })
  const ada = await community.person('Ada')
  const guests = await people(60)

  await Promise.all([
    allAtOnce(guests, '/events/spring-call/rsvp'),
    community.as(ada).request('POST', '/events/spring-call/cancellation', { fields: { reason: 'Snow.' } }),
  ])
  await community.work()

  const rsvps = await rows()
  for (const { personId } of rsvps) {
    const guest = guests.find(({ id }) => id === personId)
    expect(await community.mailTo(guest?.email ?? '')).toContain('Called off: Spring call')
  }
  expect((await seats()).seated).toBe(rsvps.length)
  expect((await community.as(ada).request('POST', '/events/spring-call/rsvp')).status).toBe(409)
}, 60_000)

test('the capacity is raised while people ask: never more seated than seats, and those who waited come first', async () => {
  const { id } = await community.event({ seats: 5 })
  await allAtOnce(await people(20), '/events/spring-call/rsvp')
  const late = await Promise.all(Array.from({ length: 30 }, (_, at) => community.person(`Late${at}`)))
  const ada = await community.person('Ada')

  await Promise.all([allAtOnce(late, '/events/spring-call/rsvp'), raiseTo(ada, 30)])
  await community.work()

  const rsvps = await rows()
  expect(await seats()).toMatchObject({ seated: 30, waiting: 20, capacity: 30 })
  expect(rsvps.slice(0, 30).every(({ answer }) => answer === 'seated')).toBe(true)
  expect(rsvps.slice(30).every(({ answer }) => answer === 'waiting')).toBe(true)
  expect(await community.db.selectFrom('mail').select('id').where('subject', 'like', 'You have a seat now%').execute()).toHaveLength(
    rsvps.filter(({ seatedAt, answer, sequence }) => answer === 'seated' && seatedAt && sequence > 0).length,
  )
  expect(id).toBeTruthy()
}, 60_000)

async function raiseTo(steward: TestPerson, capacity: number) {
  const form = await community.as(steward).get('/events/spring-call/edit')
  const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const fields = {
    seen,
    kind: 'office-hours',
    title: 'Spring call',
    summary: 'Bring a question.',
    description: '',
    hosts: '',
    timeZone: 'America/Chicago',
    startsAt: '2026-03-18T12:00',
    endsAt: '2026-03-18T13:00',
    place: '',
    joinUrl: '',
    dialIn: '',
    meetingId: '',
    passcode: '',
    capacity: String(capacity),
  }
  return community.as(steward).request('POST', '/events/spring-call', { fields })
}
