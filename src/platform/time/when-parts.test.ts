import { expect, test } from 'vitest'
import { whenParts } from './when-parts.ts'

const call = {
  startsAt: Temporal.Instant.from('2026-01-15T20:00:00Z'),
  endsAt: Temporal.Instant.from('2026-01-15T21:00:00Z'),
  timeZone: 'America/Chicago',
}

test('Ben in Denver reads his own hour, and the hour of the host beside it', () => {
  expect(whenParts(call, 'America/Denver', 'en')).toEqual({
    weekday: 'Thursday',
    date: 'January 15',
    year: '2026',
    hours: '1:00 – 2:00 PM',
    zone: 'Mountain Time',
    elsewhere: [{ hours: '2:00 – 3:00 PM', zone: 'Central Time', day: null }],
  })
})

test('a reader in the zone of the host reads one hour', () => {
  expect(whenParts(call, 'America/Menominee', 'en').elsewhere).toEqual([])
})

test('a reader in Tokyo is already on the next day, and is told the day of the host', () => {
  const parts = whenParts(call, 'Asia/Tokyo', 'en')
  expect(parts.date).toBe('January 16')
  expect(parts.elsewhere).toEqual([{ hours: '2:00 – 3:00 PM', zone: 'Central Time', day: 'Thursday, January 15, 2026' }])
})

test('a reader of unknown zone gets the zone of the event, then the other zones of the United States', () => {
  const parts = whenParts(call, null, 'es')
  expect([parts.hours, parts.zone]).toEqual(['2:00–3:00 p.m.', 'hora central'])
  expect(parts.elsewhere.map((other) => other.zone)).toEqual(['Eastern', 'Mountain', 'Pacific'])
})
