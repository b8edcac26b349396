import { beforeEach, expect, test } from 'vitest'
import { editEvent, eventFields, useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
let ada: Browser

const typed = {
  kind: 'webinar',
  title: 'Autumn webinar',
  summary: 'Sharing what works.',
  description: 'We talk about **champions**.',
  hosts: 'Marisol Vega, Ada Whitfield',
  timeZone: 'America/Chicago',
  startsAt: '2026-10-14T12:00',
  endsAt: '2026-10-14T13:00',
  place: 'By video',
  joinUrl: 'https://meet.example.org/canary-room',
  capacity: '40',
  remindDay: 'yes',
}

beforeEach(async () => {
  ada = community.as(await community.person('Ada'))
})

test('Ada begins an event as a draft, reads it, publishes it, and everybody finds it', async () => {
  const begun = await ada.request('POST', '/events', { fields: typed })
  expect(begun).toMatchObject({ status: 303, location: '/events/autumn-webinar' })
  expect(await ada.get('/events/autumn-webinar')).toContain('This is a draft. Only stewards see it.')

  await ada.post('/events/autumn-webinar/publication')
  const shown = await community.stranger().get('/events/autumn-webinar')
  for (const words of [
    'Autumn webinar',
    'Sharing what works.',
    '<strong>champions</strong>',
    'Marisol Vega and Ada Whitfield',
    'By video',
    '>40<',
  ])
    expect(shown).toContain(words)
  expect(await community.stranger().get('/events?kind=webinar')).toContain('Autumn webinar')
})

test('what Ada saves is what she finds in the form, and what others read', async () => {
  await community.event()
  const changes = { title: 'Summer call', hosts: 'Ruth Yazzie', capacity: '12', passcode: '99', rsvpClosesAt: '2026-03-17T12:00' }
  await editEvent(ada, { ...changes, remindWeek: '' })

  const found = await eventFields(ada)
  expect(found).toMatchObject({ ...changes, remindDay: 'yes' })
  expect(found).not.toHaveProperty('remindWeek')
  expect(await community.stranger().get(page)).toContain('Summer call')
})

test.each([
  ['no title', { title: ' ' }, 'Fill this in.'],
  ['no beginning', { startsAt: '' }, 'Say when it begins'],
  ['an end before the beginning', { endsAt: '2026-10-14T11:00' }, 'The end must come after the beginning.'],
  ['a day that is none', { startsAt: '2026-02-30T12:00' }, 'Enter the day and the hour'],
  ['a year far off', { startsAt: '20266-10-14T12:00' }, 'Enter the day and the hour'],
  ['half a seat', { capacity: '1.5' }, 'Enter a whole number of seats'],
  ['no seat at all', { capacity: '0' }, 'Enter a whole number of seats'],
  ['a link that is a script', { joinUrl: 'javascript:alert(1)' }, 'Enter the whole address of the call'],
  ['a zone that is none', { timeZone: 'America/Nowhere' }, 'time zone'],
  ['a kind that is none', { kind: 'party' }, 'Choose what kind of gathering it is.'],
  ['a title of 300 characters', { title: 'n'.repeat(300) }, 'This is too long. Shorten it.'],
  [
    'RSVP that closes before it opens',
    { rsvpOpensAt: '2026-10-02T12:00', rsvpClosesAt: '2026-10-01T12:00' },
    'RSVP must close after it opens.',
  ],
])('with %s the form comes back with what was typed, and nothing is saved', async (_, wrong, sentence) => {
  const answer = await ada.request('POST', '/events', { fields: { ...typed, ...wrong } })

  expect(answer.status).toBe(422)
  expect(answer.html).toContain(sentence)
  for (const kept of ['Sharing what works.', 'We talk about **champions**.', 'Marisol Vega, Ada Whitfield'])
    expect(answer.html).toContain(kept)
  const written = Object.entries(wrong).filter(([name, value]) => value !== '' && name !== 'kind' && name !== 'timeZone')
  for (const [, value] of written) expect(answer.html).toContain(`value="${value}"`)
  expect(await community.db.selectFrom('event').selectAll().execute()).toEqual([])
})

test('a copy is a draft with the same words, a month on, its own address and nobody seated', async () => {
  await community.event({ seats: 3 })
  await community.as(await community.person('Ben')).post(`${page}/rsvp`)
  const copied = await ada.request('POST', `${page}/copy`)

  expect(copied.location).toBe('/events/spring-call-2/edit')
  expect(await eventFields(ada, 'spring-call-2')).toMatchObject({
    title: 'Spring call',
    capacity: '3',
    startsAt: '2026-04-15T12:00',
    meetingId: '555 0199 7777',
  })
  expect((await community.stranger().request('GET', '/events/spring-call-2')).status).toBe(404)
  expect(await ada.get('/events/spring-call-2/attendees')).toContain('Nobody has answered yet.')
})

test('a draft is there for stewards only: no page, list, feed, calendar, map or front page shows it to others', async () => {
  await community.event({ title: 'Secret call', draft: true })
  const ben = community.as(await community.person('Ben'))

  for (const reader of [community.stranger(), ben, community.as(await community.person('Chidi'))]) {
    for (const path of ['', '/edit', '/calendar.ics', '/cancellation', '/attendees', '/removal']) {
      const answer = await reader.request('GET', `/events/secret-call${path}`)
      expect([path, answer.status]).toEqual([path, 404])
    }
    for (const act of ['rsvp', 'interest', 'publication', 'copy'])
      expect((await reader.request('POST', `/events/secret-call/${act}`, { fields: { rsvpEmail: 'n@example.org' } })).status).toBe(404)
    for (const act of ['regret', 'question']) expect(await reader.post(`/events/secret-call/${act}`)).not.toMatch(/secret call/i)
    for (const path of ['/', '/events', '/office-hours', '/feed.xml', '/calendar.ics', '/sitemap.xml', '/me'])
      expect((await reader.request('GET', path)).html).not.toMatch(/secret.call/i)
  }
  expect(await ada.get('/events')).toContain('Secret call')
})

test('a draft can be removed for good; what is public can only be called off', async () => {
  await community.event()
  await community.event({ title: 'Secret call', draft: true })
  expect(await ada.get('/events/secret-call/removal')).toContain('Remove this draft?')
  await ada.post('/events/secret-call/removal')
  expect((await ada.request('GET', '/events/secret-call')).status).toBe(404)

  expect((await ada.request('GET', `${page}/removal`)).location).toBe(`${page}/cancellation`)
  expect((await ada.request('POST', `${page}/removal`)).status).toBe(404)
})

test('before she calls it off Ada reads how many are told; they are, once, with her reason', async () => {
  await community.event({ seats: 1 })
  const [ben, dana] = [await community.person('Ben'), await community.person('Dana')]
  for (const person of [ben, dana]) await community.as(person).post(`${page}/rsvp`)
  expect(await ada.get(`${page}/cancellation`)).toContain('2 people who have answered get a mail at once')

  for (const _ of [1, 2]) expect(await ada.post(`${page}/cancellation`, { reason: 'Snow & <ice>.' })).toContain('Snow &amp; &lt;ice>.')
  await community.work()
  for (const person of [ben, dana]) expect((await community.mailTo(person)).slice(1)).toEqual(['Called off: Spring call'])
  expect((await community.mails(ben)).at(-1)?.body).toContain('Snow &amp; &lt;ice>.')
  expect(await community.stranger().get(page)).toContain('This gathering has been called off.')
  expect(await community.stranger().get('/events')).toContain('Called off')
})

test('when two stewards save the same event, the second is told and loses no word', async () => {
  await community.event()
  const olga = community.as(await community.person('Olga', { role: 'steward' }))
  const hers = await eventFields(olga)
  community.wait({ minutes: 5 })
  await editEvent(ada, { title: 'Ada’s title' })

  const refused = await olga.request('POST', page, { fields: { ...hers, title: 'Olga’s title', place: 'Omaha' } })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Somebody else saved this event while you were writing.')
  expect(refused.html).toContain('value="Olga’s title"')
  expect(await community.stranger().get(page)).toContain('Ada’s title')

  const seen = /name="seen" value="([^"]*)"/.exec(refused.html)?.[1] ?? ''
  await olga.post(page, { ...hers, title: 'Olga’s title', seen })
  expect(await community.stranger().get(page)).toContain('Olga’s title')
})

test('keys that the form does not have do nothing', async () => {
  const forged = {
    id: 'x',
    networkId: 'x',
    publishedAt: '2026-01-01',
    slug: 'mine',
    sequence: '99',
    seated: '40',
    cancelledAt: '2026-01-01',
    __proto__: 'x',
  }
  expect((await ada.request('POST', '/events', { fields: { ...typed, ...forged } })).location).toBe('/events/autumn-webinar')
  expect(await ada.get('/events/autumn-webinar')).toContain('This is a draft.')
  expect((await community.stranger().request('GET', '/events/mine')).status).toBe(404)
})

test('members cannot change, publish, copy or call off anything', async () => {
  await community.event()
  for (const reader of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))]) {
    for (const path of ['/events', page, `${page}/publication`, `${page}/copy`, `${page}/cancellation`, `${page}/removal`])
      expect((await reader.request('POST', path, { fields: typed })).status).toBe(404)
    for (const path of ['/events/new', `${page}/edit`, `${page}/words?language=es`])
      expect((await reader.request('GET', path)).status).toBe(404)
  }
  expect(await community.stranger().get(page)).toContain('Spring call')
})
