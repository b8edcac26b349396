import { expect, test } from 'vitest'
import { useCommunity, type TestPerson } from '#test'
import { mailingJobs } from './mailing.jobs.ts'

const community = useCommunity()
const both = { language: 'en', timeZone: 'America/Chicago', 'list-monthly-update': 'yes', 'list-event-news': 'yes' }

/** The lists whose mails this person gets as they are sent. */
const readsNow = async (person: TestPerson) =>
  (
    await community.db
      .selectFrom('reader')
      .innerJoin('list', 'list.id', 'listId')
      .select('slug')
      .where('personId', '=', person.id)
      .orderBy('slug')
      .execute()
  ).map(({ slug }) => slug)

const endPauses = () => mailingJobs['end-pauses']?.(community.db, {}, community.now(), community.config)

test('a pause lasts until its day begins where Ben is, and ends by itself', async () => {
  const ben = await community.person('Ben')
  const saved = await community.as(ben).post('/me/lists', { ...both, 'often-event-news': 'pause', pauseUntil: '2026-04-01' })
  expect(saved).toContain('Your choices are saved.')
  expect(saved).toContain('value="2026-04-01"')
  expect(await readsNow(ben)).toEqual(['monthly-update'])

  community.wait(community.now().until('2026-04-01T04:59:00Z'))
  await endPauses()
  expect(await readsNow(ben)).toEqual(['monthly-update'])
  community.wait({ minutes: 1 })
  await endPauses()
  expect(await readsNow(ben)).toEqual(['event-news', 'monthly-update'])
})

test('one choice for all lists goes before those of each; monthly readers get no mail as it is sent', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).post('/me/lists', { ...both, 'often-event-news': 'monthly' })
  expect(await readsNow(ben)).toEqual(['monthly-update'])
  await community.as(ben).post('/me/lists', { ...both, 'often-event-news': 'monthly', forAll: 'pause', pauseUntil: '2026-03-05' })
  expect(await readsNow(ben)).toEqual([])
  community.wait({ hours: 48 })
  await endPauses()
  expect(await readsNow(ben)).toEqual(['monthly-update'])
  await community.as(ben).post('/me/lists', { ...both, 'often-event-news': 'monthly', forAll: 'each' })
  expect(await readsNow(ben)).toEqual(['event-news', 'monthly-update'])
})

test('a form without how often leaves it as it was; leaving ends a pause', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).post('/me/lists', { ...both, forAll: 'pause', pauseUntil: '2026-06-01' })
  await community.as(ben).post('/me/lists', both)
  expect(await readsNow(ben)).toEqual([])
  await community.as(ben).post('/me/lists/departure')
  await community.as(ben).post('/me/lists', both)
  expect(await readsNow(ben)).toEqual(['event-news', 'monthly-update'])
})

test.each(['', '2026-03-04', '2025-01-01', '2027-03-05', '2026-02-31', 'tomorrow', '=1+1', '9'.repeat(30)])(
  'a pause until %j is refused',
  async (day) => {
    const ben = await community.person('Ben')
    await community.reader(ben)
    const page = await community
      .as(ben)
      .request('POST', '/me/lists', { fields: { ...both, 'often-monthly-update': 'pause', pauseUntil: day } })
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/Choose (a|the) day|This is too long/)
    expect(page.html).toMatch(/<option value="pause" selected/)
    expect(await readsNow(ben)).toEqual(['monthly-update'])
  },
)

test('a day alone pauses nothing, and odd words for how often mean each mail', async () => {
  const ben = await community.person('Ben')
  await community
    .as(ben)
    .post('/me/lists', { ...both, pauseUntil: '2026-04-01', 'often-event-news': 'never', 'often-__proto__': 'pause', forAll: 'x' })
  expect(await readsNow(ben)).toEqual(['event-news', 'monthly-update'])
})
