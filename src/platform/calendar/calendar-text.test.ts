import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarText, googleLink, outlookLink, type CalendarEntry, type CalendarFile } from '#platform/calendar'

const at = (iso: string) => Temporal.Instant.from(iso)
const entry: CalendarEntry = {
  id: '019b0000-0000-7000-8000-000000000001',
  sequence: 3,
  startsAt: at('2026-03-18T17:00:00Z'),
  endsAt: at('2026-03-18T18:00:00Z'),
  timeZone: 'America/New_York',
  title: 'Spring call',
  description: 'Bring a question.',
  place: 'By phone',
  url: 'https://community.example.org/events/spring-call',
  status: 'confirmed',
}
const invitation = {
  organizer: { name: 'Prairie Network', email: 'community@example.org' },
  guest: { name: 'Ben', email: 'ben@example.org' },
  answer: 'accepted' as const,
}
const file = (change: Partial<CalendarEntry> = {}, more: Partial<CalendarFile> = {}) =>
  calendarText({ method: 'REQUEST', now: at('2026-03-04T15:00:00Z'), entries: [{ ...entry, ...change }], invitation, ...more })

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = calendar.getAllSubcomponents('vevent')
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return { calendar, events, event: new ICAL.Event(events[0]) }
}

test('an invitation says who invites whom, what, when and that the guest has accepted', () => {
  const { calendar, event } = read(file())

  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event.uid).toBe(entry.id)
  expect(event.sequence).toBe(3)
  expect(event.summary).toBe('Spring call')
  expect(event.location).toBe('By phone')
  expect(event.organizer).toBe('mailto:community@example.org')
  expect(event.attendees[0]?.getParameter('partstat')).toBe('ACCEPTED')
  expect(event.attendees[0]?.getFirstValue()).toBe('mailto:ben@example.org')
  expect(event.component.getFirstPropertyValue('url')).toBe(entry.url)
})

test.each([
  ['America/New_York', '2026-03-08T06:30:00Z', 'the last half hour before the clocks go forward'],
  ['America/New_York', '2026-03-08T07:00:00Z', 'the first moment after it'],
  ['America/Chicago', '2026-11-01T06:30:00Z', 'the first 1:30 of the night the clocks go back'],
  ['America/Chicago', '2026-11-01T07:30:00Z', 'the second 1:30'],
  ['America/Chicago', '2026-11-01T08:00:00Z', 'the hour after it'],
  ['America/Denver', '2030-07-01T18:00:00Z', 'a summer years ahead'],
  ['America/Los_Angeles', '2027-01-20T20:00:00Z', 'winter'],
  ['America/Phoenix', '2026-07-15T17:00:00Z', 'Arizona, which knows no summer time'],
  ['Pacific/Honolulu', '2026-07-15T20:00:00Z', 'Hawaii'],
  ['America/St_Johns', '2026-07-15T20:00:00Z', 'a zone of half hours'],
  ['Europe/Dublin', '2026-01-15T20:00:00Z', 'a zone whose winter is the exception'],
  ['Africa/Casablanca', '2026-03-01T12:00:00Z', 'a zone with a change for Ramadan'],
  ['Australia/Lord_Howe', '2026-04-04T15:30:00Z', 'a change of half an hour'],
  ['UTC', '2026-07-15T20:00:00Z', 'no zone at all'],
])('a calendar program reads the same moment in %s at %s: %s', (timeZone, startsAt) => {
  const start = at(startsAt)
  const { event } = read(file({ timeZone, startsAt: start, endsAt: start.add({ hours: 30 }) }))

  expect(event.startDate.toJSDate().toISOString()).toBe(new Date(startsAt).toISOString())
  expect(event.endDate.toJSDate().getTime() - event.startDate.toJSDate().getTime()).toBe(30 * 3_600_000)
})

const hostile = 'a\r\nEND:VEVENT\r\nBEGIN:VALARM;x,y:"z" \\n \\,\u0000\u2028🎉'

test('whatever people write stays words: it opens, ends and adds nothing', () => {
  const text = file(
    { title: hostile, description: hostile, place: hostile },
    {
      name: hostile,
      invitation: {
        ...invitation,
        organizer: { name: hostile, email: 'community@example.org' },
        guest: { name: hostile, email: 'ben@example.org' },
      },
    },
  )
  const { calendar, events, event } = read(text)

  expect(events).toHaveLength(1)
  expect(calendar.getAllSubcomponents().map((part) => part.name)).toEqual(['vtimezone', 'vevent'])
  expect(event.component.getAllSubcomponents()).toEqual([])
  expect(event.summary).toBe('a END:VEVENT BEGIN:VALARM;x,y:"z" \\n \\, 🎉')
  expect(event.location).toBe(event.summary)
  expect(event.description.split('\n')).toHaveLength(4)
  expect(event.attendees).toHaveLength(1)
})

test('no line is longer than 75 octets, and none is broken inside a character', () => {
  const text = file({ title: 'é🎉漢'.repeat(60), description: 'ñ'.repeat(500) })
  const encoder = new TextEncoder()

  for (const line of text.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
  expect(text).not.toMatch(/[^\r]\n/)
  expect(read(text).event.summary).toBe('é🎉漢'.repeat(60))
})

test('a feed holds many entries, each in its zone, and names itself', () => {
  const text = calendarText({
    method: 'PUBLISH',
    name: 'Prairie; Network',
    now: entry.startsAt,
    entries: [entry, { ...entry, id: 'two', timeZone: 'America/Phoenix' }],
  })
  const { calendar, events } = read(text)

  expect(events).toHaveLength(2)
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(2)
  expect(text).toContain('X-WR-CALNAME:Prairie\\; Network\r\n')
})

test('a cancellation takes the entry out of the calendar', () => {
  const { calendar, event } = read(file({ status: 'cancelled', sequence: 4 }, { method: 'CANCEL' }))

  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('links that add an entry carry its moment in UTC and its words as words', () => {
  const google = new URL(googleLink({ ...entry, title: 'A & B #1' }))
  const outlook = new URL(outlookLink({ ...entry, title: 'A & B #1' }))

  expect(google.searchParams.get('dates')).toBe('20260318T170000Z/20260318T180000Z')
  expect(google.searchParams.get('text')).toBe('A & B #1')
  expect(outlook.searchParams.get('startdt')).toBe('2026-03-18T17:00:00Z')
  expect(outlook.searchParams.get('subject')).toBe('A & B #1')
})
