import { expect, test } from 'vitest'
import { call, editEvent, readCalendar, useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'

async function benComes() {
  const ben = await community.person('Ben')
  await community.as(ben).post(`${page}/rsvp`)
  return ben
}
const calendarsOf = async (person: TestPerson) =>
  (await community.mails(person)).flatMap(({ calendar }) => (calendar ? [readCalendar(calendar)] : []))
const feedOf = async (person: TestPerson) =>
  /https:\/\/community\.example\.org(\/me\/calendar\/[^"]+\.ics)"/.exec(await community.as(person).get('/me'))?.[1] ?? 'none'

test('the mail is an invitation that Ben has accepted, at the right moment, with the way to dial in', async () => {
  const { id } = await community.event({ timeZone: 'America/New_York' })
  const [invitation] = await calendarsOf(await benComes())

  expect(invitation?.method).toBe('REQUEST')
  expect(invitation?.entries).toHaveLength(1)
  expect(invitation?.entries[0]).toMatchObject({
    id,
    title: 'Spring call',
    startsAt: '2026-03-18T17:00:00Z',
    endsAt: '2026-03-18T18:00:00Z',
    guest: 'ben@example.org',
    answer: 'ACCEPTED',
    status: 'CONFIRMED',
  })
  for (const detail of Object.values(call)) expect(invitation?.entries[0]?.description).toContain(detail)
})

test('with each new time the same entry moves, and its number rises', async () => {
  await community.event()
  const ben = await benComes()
  const ada = community.as(await community.person('Ada'))
  for (const day of ['19', '20']) {
    await editEvent(ada, { startsAt: `2026-03-${day}T13:00`, endsAt: `2026-03-${day}T14:30` })
    await community.work()
    community.wait({ hours: 1 })
  }

  const told = await calendarsOf(ben)
  expect(await community.mailTo(ben)).toEqual([
    'You are coming: Spring call',
    'The time has changed: Spring call',
    'The time has changed: Spring call',
  ])
  const entries = told.map(({ entries: [entry] }) => entry)
  expect(new Set(entries.map((entry) => entry?.id)).size).toBe(1)
  const numbers = entries.map((entry) => entry?.sequence ?? -1)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other))
  expect(entries.at(-1)).toMatchObject({ startsAt: '2026-03-20T18:00:00Z', endsAt: '2026-03-20T19:30:00Z' })
  expect(told.every(({ method }) => method === 'REQUEST')).toBe(true)
})

test('new words in the description move nothing and mail nobody', async () => {
  await community.event()
  const ben = await benComes()
  await editEvent(community.as(await community.person('Ada')), { description: 'More to read.' })
  await community.work()

  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call'])
})

test.each(['withdraws', 'reads that it is called off'])('when Ben %s, his calendar drops the entry', async (how) => {
  await community.event()
  const ben = await benComes()
  community.wait({ hours: 1 })
  if (how === 'withdraws') await community.as(ben).post(`${page}/regret`)
  else await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: 'Snow.' })
  await community.work()

  const [first, last] = await calendarsOf(ben)
  expect(last).toMatchObject({ method: 'CANCEL', entries: [{ id: first?.entries[0]?.id, status: 'CANCELLED' }] })
  expect(last?.entries[0]?.sequence).toBeGreaterThan(first?.entries[0]?.sequence ?? 0)
})

test('when the date is open again the entry is taken out; with the new date it comes back, and the seat was kept', async () => {
  await community.event()
  const ben = await benComes()
  const ada = community.as(await community.person('Ada'))
  for (const changes of [{ openDate: 'yes' }, { openDate: '', startsAt: '2026-04-01T09:00', endsAt: '2026-04-01T10:00' }]) {
    community.wait({ hours: 1 })
    await editEvent(ada, changes)
    await community.work()
  }

  const told = await calendarsOf(ben)
  expect(told.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST'])
  const [first, gone, back] = told.flatMap(({ entries }) => entries)
  expect([gone?.id, back?.id]).toEqual([first?.id, first?.id])
  expect((gone?.sequence ?? 0) > (first?.sequence ?? 0) && (back?.sequence ?? 0) > (gone?.sequence ?? 0)).toBe(true)
  expect(back).toMatchObject({ startsAt: '2026-04-01T14:00:00Z', status: 'CONFIRMED' })
  expect(await community.as(ben).get(page)).toContain('You are coming')
})

test('after "I can’t" and "I come all the same" the number still rises', async () => {
  await community.event()
  const ben = await benComes()
  await community.as(ben).post(`${page}/regret`)
  await community.as(ben).post(`${page}/rsvp`)

  const told = await calendarsOf(ben)
  expect(told.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST'])
  const [first = 0, second = 0, third = 0] = told.map(({ entries: [entry] }) => entry?.sequence ?? 0)
  expect(first < second && second < third).toBe(true)
})

test('everybody’s calendar has what is public, with what was called off marked so, and never the way to dial in', async () => {
  await community.event({ place: 'Lincoln' })
  await community.event({ title: 'A draft', draft: true })
  await community.event({ title: 'Some day', open: true })
  await community.event({ title: 'Called off' })
  const ada = community.as(await community.person('Ada'))
  await ada.post('/events/called-off/cancellation', { reason: '' })
  await benComes()

  for (const reader of [community.stranger(), ada, community.as(await community.person('Ben'))]) {
    const answer = await reader.request('GET', '/calendar.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const { method, entries } = readCalendar(answer.html)
    expect(method).toBe('PUBLISH')
    expect(entries.map(({ title, status }) => `${title} ${status}`).toSorted()).toEqual(['Called off CANCELLED', 'Spring call CONFIRMED'])
    expect(answer.html.replaceAll(/\r\n /g, '')).not.toMatch(/canary-room|202-555-0199|0199 7777|730918/)
  }
})

test('a calendar program that asks again is told that nothing has changed, until something has', async () => {
  await community.event()
  const stranger = community.stranger()
  const etag = (await stranger.request('GET', '/calendar.ics')).headers.get('etag') ?? ''
  const again = () => stranger.request('GET', '/calendar.ics', { headers: { 'if-none-match': etag } })

  expect((await again()).status).toBe(304)
  community.wait({ hours: 1 })
  await editEvent(community.as(await community.person('Ada')), { title: 'Another title' })
  expect((await again()).status).toBe(200)
})

test('Ben’s own feed has his seat with the call, no other event, and dies when he takes a new address', async () => {
  await community.event()
  await community.event({ title: 'Not his' })
  const ben = await benComes()
  const feed = await feedOf(ben)
  const program = community.stranger()

  const { entries } = readCalendar(await program.get(feed))
  expect(entries.map(({ title }) => title)).toEqual(['Spring call'])
  for (const detail of Object.values(call)) expect(entries[0]?.description).toContain(detail)

  await community.as(ben).post('/me/calendar/renewal')
  expect((await program.request('GET', feed)).status).toBe(404)
  const renewed = await feedOf(ben)
  expect(renewed).not.toBe(feed)
  expect((await program.request('GET', renewed)).status).toBe(200)
  expect((await program.request('GET', renewed.replace(/.\.ics$/, '~.ics'))).status).toBe(404)
})

test('Ben’s feed drops what he has withdrawn from and marks what has been called off', async () => {
  await community.event()
  await community.event({ title: 'Autumn call' })
  const ben = await benComes()
  await community.as(ben).post('/events/autumn-call/rsvp')
  const feed = await feedOf(ben)

  await community.as(ben).post(`${page}/regret`)
  await community.as(await community.person('Ada')).post('/events/autumn-call/cancellation', { reason: '' })

  const { entries } = readCalendar(await community.stranger().get(feed))
  expect(entries).toMatchObject([{ title: 'Autumn call', status: 'CANCELLED' }])
  expect(entries[0]?.description).not.toContain('canary-room')
})

test('a hostile title and name stay words in every calendar, on lines of 75 octets at most', async () => {
  const title = `${'Café 🎉 日本 '.repeat(12)}END:VEVENT\r\nBEGIN:VALARM;x,y`
  const { slug } = await community.event({ title, place: 'Hall\r\nATTENDEE:mailto:chidi@example.org' })
  const ben = await community.person('Ben', { firstName: 'Ben\r\nORGANIZER:mailto:chidi@example.org;"' })
  await community.as(ben).post(`/events/${slug}/rsvp`)

  const [mail] = await community.mails(ben)
  expect(readCalendar(mail?.calendar).entries[0]?.guest).toBe('ben@example.org')
  const own = await community.as(ben).get(`/events/${slug}/calendar.ics`)
  for (const text of [mail?.calendar ?? '', await community.stranger().get('/calendar.ics'), own]) {
    const { entries } = readCalendar(text)
    expect(entries).toHaveLength(1)
    expect(entries[0]?.title).toBe(title.replace('\r\n', ' '))
    expect(text).not.toMatch(/^(BEGIN:VALARM|ORGANIZER:|ATTENDEE:)/im)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
  }
})
