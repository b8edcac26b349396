import { expect, test } from 'vitest'
import { addBlock, useCommunity } from '#test'
import { localClock } from './local-hour.rules.ts'

const community = useCommunity()

const longAgo = Temporal.Instant.from('2020-01-01T00:00:00Z')

test.each([
  ['an ordinary morning', '2026-03-05T09:00', 'America/Chicago', '2026-03-05T15:00:00Z'],
  ['the morning after clocks went forward', '2026-03-08T09:00', 'America/Chicago', '2026-03-08T14:00:00Z'],
  ['an hour that the spring night leaves out', '2026-03-08T02:30', 'America/Chicago', '2026-03-08T08:30:00Z'],
  ['an hour that the autumn night has twice', '2026-11-01T01:30', 'America/Chicago', '2026-11-01T06:30:00Z'],
  ['the morning after clocks went back', '2026-11-01T09:00', 'America/Chicago', '2026-11-01T15:00:00Z'],
  ['a zone without summer time', '2026-07-01T09:00', 'America/Phoenix', '2026-07-01T16:00:00Z'],
  ['a leap of half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  ['beyond the date line', '2026-03-05T09:00', 'Pacific/Guam', '2026-03-04T23:00:00Z'],
])('%s: %s in %s', (_, local, timeZone, at) => {
  const { zones, otherwise } = localClock(local, { timeZones: [timeZone], usual: timeZone }, longAgo)
  expect([zones[0]?.at.toString(), otherwise.toString()]).toEqual([at, at])
})

test('the first and the last are found; what is over is now; a name that is no zone counts as none', () => {
  const now = Temporal.Instant.from('2026-03-05T12:00:00Z')
  const timeZones = ['Pacific/Guam', 'America/Los_Angeles', 'Mars/Olympus']
  const clock = localClock('2026-03-05T09:00', { timeZones, usual: 'America/New_York' }, now)
  expect([clock.first.toString(), clock.last.toString(), clock.otherwise.toString()]).toEqual([
    now.toString(),
    '2026-03-05T17:00:00Z',
    '2026-03-05T14:00:00Z',
  ])
  expect(clock.zones.map(({ timeZone }) => timeZone)).toEqual(['Pacific/Guam', 'America/Los_Angeles'])
})

/** Ben in Lincoln, Noa in Los Angeles, Iris who never said, and an update that is ready. */
async function readers() {
  const ada = community.as(await community.person('Ada'))
  const people = {
    ben: await community.person('Ben'),
    noa: await community.person('Noa', { timeZone: 'America/Los_Angeles' }),
    iris: await community.person('Iris', { timeZone: null }),
  }
  for (const person of Object.values(people)) await community.reader(person)
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  await addBlock(ada, 'spring-update', 'words', { text: 'Spring is here.' })
  return { ada, ...people }
}

const dues = async () =>
  Object.fromEntries(
    (await community.db.selectFrom('mail').select(['toAddress', 'dueAt']).where('contentId', 'is not', null).execute()).map(
      ({ toAddress, dueAt }) => [toAddress.split('@')[0], dueAt.toString()],
    ),
  ) as Record<string, string>

test('nine in the morning is nine for everybody, in Lincoln, in Los Angeles, and for who never said where', async () => {
  const { ada } = await readers()
  const page = await ada.post('/updates/spring-update/local-schedule', { localAt: '2026-03-05T09:00' })
  expect(page).toContain('the first on Thursday, March 5, 2026, 8:00')
  expect(page).toContain('the last on Thursday, March 5, 2026, 11:00')

  community.wait({ hours: 23 })
  await community.work()
  expect(await dues()).toEqual({
    iris: '2026-03-05T14:00:00Z',
    ben: '2026-03-05T15:00:00Z',
    noa: '2026-03-05T17:00:00Z',
  })
  expect(await ada.get('/updates/spring-update/sending')).toContain('0 of 3')
})

test('who moves to another zone meanwhile keeps the moment she had, and has one letter', async () => {
  const { ada, noa } = await readers()
  await ada.post('/updates/spring-update/local-schedule', { localAt: '2026-03-05T09:00' })
  community.wait({ hours: 23 })
  await community.work()
  await community.db.updateTable('person').set({ timeZone: 'America/New_York' }).where('id', '=', noa.id).execute()
  await community.work()
  expect((await dues())['noa']).toBe('2026-03-05T17:00:00Z')

  await ada.post('/updates/spring-update/sending/pause')
  expect(await ada.post('/updates/spring-update/sending/resumption')).toContain('0 of 3')
  expect(await ada.post('/updates/spring-update/sending/cancellation')).toContain('It was cancelled.')
  expect(await community.db.selectFrom('mail').select('state').where('contentId', 'is not', null).execute()).toHaveLength(3)
})

test('a moment for all at once takes the place of an hour where each lives', async () => {
  const { ada } = await readers()
  await ada.post('/updates/spring-update/local-schedule', { localAt: '2026-03-05T09:00' })
  expect(await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:30' })).not.toContain('on each reader’s clock')
  community.wait({ hours: 24, minutes: 30 })
  await community.work()
  expect(new Set(Object.values(await dues()))).toEqual(new Set(['2026-03-05T15:30:00Z']))
})

test.each([
  ['', 'Enter a day and an hour.'],
  ['2026-03-01T10:00', 'This moment is over.'],
  ['2026-13-01T10:00', 'Enter a day and an hour.'],
])('%j is no hour to send at: %s', async (localAt, sentence) => {
  const { ada } = await readers()
  const page = await ada.request('POST', '/updates/spring-update/local-schedule', { fields: { localAt } })
  expect([page.status, page.html.includes(sentence)]).toEqual([422, true])
  for (const browser of [community.stranger(), community.as(await community.person('Chidi'))])
    expect((await browser.request('POST', '/updates/spring-update/local-schedule', { fields: { localAt } })).status).toBe(404)
})
