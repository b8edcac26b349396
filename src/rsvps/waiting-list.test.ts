import { beforeEach, expect, test } from 'vitest'
import { editEvent, readCalendar, useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
let [ben, chidi, dana]: TestPerson[] = []

const as = (person: TestPerson | undefined) => community.as(person as TestPerson)
const mailsTo = (person: TestPerson | undefined) => community.mailTo(person as TestPerson)
const lastMailTo = async (person: TestPerson | undefined) => (await community.mails(person as TestPerson)).at(-1)

/** One seat, which is Ben's; Chidi waits, then Dana. */
beforeEach(async () => {
  await community.event({ seats: 1 })
  ;[ben, chidi, dana] = [await community.person('Ben'), await community.person('Chidi'), await community.person('Dana')]
  for (const person of [ben, chidi, dana]) await as(person).post(`${page}/rsvp`)
})

test('those who wait see their place, the first as the first', async () => {
  expect(await as(chidi).get(page)).toContain('You are the first in line.')
  expect(await as(dana).get(page)).toContain('1 person is before you.')
  expect(await community.stranger().get(page)).toContain('Join the waiting list')
})

test('when Ben gives his seat back, the first who waits has it and is told, the second moves up', async () => {
  community.wait({ hours: 1 })
  await as(ben).post(`${page}/regret`)

  expect(await as(chidi).get(page)).toContain('You are coming')
  expect(await as(dana).get(page)).toContain('You are the first in line.')
  expect(await mailsTo(ben)).toEqual(['You are coming: Spring call', 'You are not coming: Spring call'])
  expect(await mailsTo(chidi)).toEqual(['You are on the waiting list: Spring call', 'You have a seat now: Spring call'])
  expect(await mailsTo(dana)).toEqual(['You are on the waiting list: Spring call'])
})

test('the entry in the calendar says that one waits, without the call; with the seat the same entry says how to dial in', async () => {
  const [waits] = readCalendar((await lastMailTo(chidi))?.calendar).entries
  expect(waits).toMatchObject({ title: 'Waiting list: Spring call', status: 'TENTATIVE', answer: 'TENTATIVE', guest: 'chidi@example.org' })
  expect(JSON.stringify(await community.mails('chidi@example.org'))).not.toContain('canary-room')

  await as(ben).post(`${page}/regret`)
  const mail = await lastMailTo(chidi)
  const [comes] = readCalendar(mail?.calendar).entries
  expect(comes).toMatchObject({ id: waits?.id, title: 'Spring call', status: 'CONFIRMED', answer: 'ACCEPTED' })
  expect(comes?.sequence).toBeGreaterThan(waits?.sequence ?? 0)
  expect(comes?.description).toContain('canary-room')
  expect(mail?.body).toContain('canary-room')
})

test('with more seats those who wait get them in their order, as many as there are', async () => {
  const eve = await community.person('Eve')
  await as(eve).post(`${page}/rsvp`)
  const ada = community.as(await community.person('Ada'))

  await editEvent(ada, { capacity: '3' })
  await community.work()

  expect(await mailsTo(chidi)).toContain('You have a seat now: Spring call')
  expect(await mailsTo(dana)).toContain('You have a seat now: Spring call')
  expect(await mailsTo(eve)).toEqual(['You are on the waiting list: Spring call'])
  expect(await as(eve).get(page)).toContain('You are the first in line.')
  expect(await mailsTo(ben)).toEqual(['You are coming: Spring call'])
})

test('without a limit everybody has a seat; each is told once', async () => {
  const ada = community.as(await community.person('Ada'))

  await editEvent(ada, { capacity: '' })
  await community.work()
  await editEvent(ada, { capacity: '10' })
  await community.work()

  for (const person of [chidi, dana])
    expect(await mailsTo(person)).toEqual(['You are on the waiting list: Spring call', 'You have a seat now: Spring call'])
})

test('nobody is asked to stand up: fewer seats than people seated are refused, and Ada is told how many there must be', async () => {
  const ada = community.as(await community.person('Ada'))
  await editEvent(ada, { capacity: '2' })
  const saved = await editEvent(ada, { capacity: '1', title: 'Shorter call' })

  expect(saved).toContain('2 people have a seat already. Enter at least that number.')
  expect(saved).toContain('value="Shorter call"')
  expect(await as(chidi).get(page)).toContain('You are coming')
})

test('whoever leaves the waiting list is told, takes no seat later, and stands behind the others when they come back', async () => {
  expect(await as(chidi).get(page)).toContain('Leave the waiting list')
  await as(chidi).post(`${page}/regret`)
  const mail = await lastMailTo(chidi)
  expect(mail?.subject).toBe('You are not coming: Spring call')
  expect(readCalendar(mail?.calendar)).toMatchObject({ method: 'CANCEL', entries: [{ status: 'CANCELLED' }] })

  await as(chidi).post(`${page}/rsvp`)
  expect(await as(chidi).get(page)).toContain('1 person is before you.')
  await as(ben).post(`${page}/regret`)
  expect(await as(dana).get(page)).toContain('You are coming')
  expect(await as(chidi).get(page)).toContain('You are the first in line.')
})

test('a seat that comes free while nobody waits is there for the next to ask', async () => {
  for (const person of [chidi, dana, ben]) await as(person).post(`${page}/regret`)
  expect(await community.stranger().get(page)).toContain('I am coming')

  const eve = await community.person('Eve')
  expect(await as(eve).post(`${page}/rsvp`)).toContain('You are coming')
})

test('nobody moves up once the gathering has begun', async () => {
  community.wait({ hours: 24 * 14 + 3 })
  expect(await as(ben).post(`${page}/regret`)).toContain('there is nothing to give back any more')
  expect(await mailsTo(chidi)).toEqual(['You are on the waiting list: Spring call'])
  expect(await as(chidi).get(page)).not.toContain('You are coming')
})

test('after it has been called off nobody moves up', async () => {
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: '' })
  await as(ben).post(`${page}/regret`)
  await community.work()

  expect(await mailsTo(chidi)).toEqual(['You are on the waiting list: Spring call', 'Called off: Spring call'])
})
