import { expect, test } from 'vitest'
import { editEvent, eventFields, readCalendar, useCommunity } from '#test'

const community = useCommunity()
const page = '/events/spring-call'

/** What is read on a page or in a mail, without marks and with plain spaces. */
const read = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')

async function heldAt(timeZone: string, startsAt: string, endsAt: string) {
  await community.event()
  const ada = community.as(await community.person('Ada'))
  const answer = await ada.request('POST', page, { fields: { ...(await eventFields(ada)), timeZone, startsAt, endsAt } })
  return { ada, answer }
}

test.each<[string, string, [string, string], [string, string]]>([
  [
    'the hour before the gap',
    'America/Chicago',
    ['2026-03-08T01:00', '2026-03-08T03:00'],
    ['2026-03-08T07:00:00Z', '2026-03-08T08:00:00Z'],
  ],
  ['across the gap', 'America/New_York', ['2026-03-08T01:30', '2026-03-08T04:30'], ['2026-03-08T06:30:00Z', '2026-03-08T08:30:00Z']],
  [
    'the first of the two hours',
    'America/Chicago',
    ['2026-11-01T01:30', '2026-11-01T02:30'],
    ['2026-11-01T06:30:00Z', '2026-11-01T08:30:00Z'],
  ],
  [
    'across the hour that comes twice',
    'America/Denver',
    ['2026-11-01T00:30', '2026-11-01T03:30'],
    ['2026-11-01T06:30:00Z', '2026-11-01T10:30:00Z'],
  ],
  ['Arizona in summer', 'America/Phoenix', ['2026-07-15T10:00', '2026-07-15T11:00'], ['2026-07-15T17:00:00Z', '2026-07-15T18:00:00Z']],
  [
    'Arizona in the night others lose an hour',
    'America/Phoenix',
    ['2026-03-08T02:30', '2026-03-08T03:30'],
    ['2026-03-08T09:30:00Z', '2026-03-08T10:30:00Z'],
  ],
  ['Hawaii in winter', 'Pacific/Honolulu', ['2026-12-15T10:00', '2026-12-15T11:00'], ['2026-12-15T20:00:00Z', '2026-12-15T21:00:00Z']],
  ['over New Year', 'America/New_York', ['2026-12-31T23:30', '2027-01-01T00:30'], ['2027-01-01T04:30:00Z', '2027-01-01T05:30:00Z']],
])(
  '%s: what Ada types is the moment that everybody reads and every calendar has',
  async (_, timeZone, [startsAt, endsAt], [begins, ends]) => {
    const { ada, answer } = await heldAt(timeZone, startsAt, endsAt)
    expect(answer.status).toBe(303)

    expect(await ada.get(page)).toContain(`datetime="${begins}"`)
    expect(await eventFields(ada)).toMatchObject({ startsAt, endsAt, timeZone })
    const ben = await community.person('Ben')
    await community.as(ben).post(`${page}/rsvp`)
    const [entry] = readCalendar((await community.mails(ben)).at(-1)?.calendar).entries
    expect(entry).toMatchObject({ startsAt: begins, endsAt: ends })
  },
)

test.each(['2026-03-08T02:00', '2026-03-08T02:59'])('an hour that the clocks skip (%s) is refused with a sentence', async (startsAt) => {
  const { answer } = await heldAt('America/New_York', startsAt, '2026-03-08T05:00')

  expect(answer.status).toBe(422)
  expect(answer.html).toContain('The clocks go forward that night and skip this hour.')
  expect(answer.html).toContain(`value="${startsAt}"`)
})

test('a stranger reads the hour of the event and those of the four zones, with the year', async () => {
  await heldAt('Pacific/Honolulu', '2026-07-15T18:00', '2026-07-15T19:00')
  const words = read(await community.stranger().get(page))

  expect(words).toContain('Wednesday July 15 2026 6:00 – 7:00 PM Hawaii')
  expect(words).toMatch(/Thursday, July 16, 2026, 12:00 – 1:00 AM Eastern/)
  expect(words).toMatch(/11:00 PM – 12:00 AM Central/)
  expect(words).toMatch(/10:00 – 11:00 PM Mountain/)
  expect(words).toMatch(/9:00 – 10:00 PM Pacific/)
})

test('Arizona is an hour from its neighbours in summer and none in winter', async () => {
  await heldAt('America/Phoenix', '2026-07-15T10:00', '2026-07-15T11:00')
  const summer = read(await community.stranger().get(page))
  expect(summer).toContain('11:00 AM – 12:00 PM Mountain')
  expect(summer).not.toContain('11:00 AM Pacific')

  await editEvent(community.as(await community.person('Ada')), { startsAt: '2026-12-15T10:00', endsAt: '2026-12-15T11:00' })
  const winter = read(await community.stranger().get(page))
  expect(winter.match(/Mountain/g)).toHaveLength(1)
  expect(winter).toContain('9:00 – 10:00 AM Pacific')
})

test('Ben reads his own clock first and the event’s beside it; on the same clock only one', async () => {
  await heldAt('America/New_York', '2026-07-15T13:00', '2026-07-15T14:00')
  const ben = await community.person('Ben', { timeZone: 'America/Los_Angeles' })
  const dana = await community.person('Dana', { timeZone: 'America/Detroit' })

  const his = read(await community.as(ben).get(page))
  expect(his).toContain('10:00 – 11:00 AM Pacific Time 1:00 – 2:00 PM Eastern Time')
  expect(his).not.toContain('Mountain')
  const hers = read(await community.as(dana).get(page))
  expect(hers).toContain('1:00 – 2:00 PM Eastern Time')
  expect(hers.match(/1:00 – 2:00 PM/g)).toHaveLength(1)
})

test('in Spanish the day, the hour and the zones are Spanish', async () => {
  await heldAt('America/Chicago', '2026-07-15T12:00', '2026-07-15T13:00')
  const stranger = community.stranger()
  await stranger.post('/language', { language: 'es', next: page })
  const words = read(await stranger.get(page))

  expect(words).toContain('miércoles 15 de julio 2026 12:00–1:00 p.m. hora central')
  expect(words).toMatch(/1:00–2:00 p\.m\. Este 11:00 a\.m\. – 12:00 p\.m\. Montaña 10:00–11:00 a\.m\. Pacífico/)
})

test('office hours once a month stay at the same hour when they are copied across the change of clocks', async () => {
  const { ada } = await heldAt('America/Chicago', '2026-10-21T12:00', '2026-10-21T13:00')
  await ada.post(`${page}/copy`)

  expect(await eventFields(ada, 'spring-call-2')).toMatchObject({ startsAt: '2026-11-18T12:00', endsAt: '2026-11-18T13:00' })
})

test('who has no zone gets the hour of the event by mail, and those of the United States', async () => {
  await heldAt('America/New_York', '2026-07-15T13:00', '2026-07-15T14:00')
  await community.stranger().post(`${page}/rsvp`, { rsvpEmail: 'nora@example.org' })
  const [mail] = await community.mails('nora@example.org')

  expect(read(mail?.body ?? '')).toMatch(/July 15, 2026.* 1:00 – 2:00 PM Eastern Time/)
  expect(read(mail?.body ?? '')).toContain('10:00 – 11:00 AM Pacific')
})
