import { describe, expect, test } from 'vitest'
import { dayParts, formatDay, formatTime, formatTimes, formatWhen, isSameClock } from './when.ts'

const at = (text: string) => Temporal.Instant.from(text)
const call = { startsAt: at('2026-01-15T20:00:00Z'), endsAt: at('2026-01-15T21:00:00Z'), timeZone: 'America/Chicago' }

describe('a day is said in the reader’s language, with its year', () => {
  test.each([
    ['en', 'Thursday, January 15, 2026'],
    ['es', 'jueves, 15 de enero de 2026'],
  ])('%s', (language, words) => expect(formatDay(call.startsAt, call.timeZone, language)).toBe(words))
})

test('an hour follows the zone, and a late call falls on another day elsewhere', () => {
  expect(formatTime(call.startsAt, 'America/New_York', 'en')).toBe('3:00 PM')
  expect(formatTime(call.startsAt, 'America/New_York', 'es')).toBe('3:00 p.m.')
  expect(formatDay(at('2026-01-16T03:30:00Z'), 'America/Chicago', 'en')).toBe('Thursday, January 15, 2026')
  expect(formatDay(at('2026-01-16T03:30:00Z'), 'Europe/Berlin', 'en')).toBe('Friday, January 16, 2026')
})

test('the same hour on the wall is another moment after the clocks change', () => {
  expect(formatTime(at('2026-03-07T20:00:00Z'), 'America/Chicago', 'en')).toBe('2:00 PM')
  expect(formatTime(at('2026-03-08T19:00:00Z'), 'America/Chicago', 'en')).toBe('2:00 PM')
  expect(formatTime(at('2026-11-01T20:00:00Z'), 'America/Chicago', 'en')).toBe('2:00 PM')
})

test('a gathering of one day has one date; of three days it has a range', () => {
  expect(formatTimes(call, 'en')).toBe('2:00 – 3:00 PM')
  expect(dayParts(call, 'en')).toEqual({ weekday: 'Thursday', date: 'January 15', year: '2026' })
  const academy = { ...call, endsAt: at('2026-01-17T21:00:00Z') }
  expect(dayParts(academy, 'en')).toEqual({ weekday: 'Thursday – Saturday', date: 'January 15 – 17', year: '2026' })
  expect(dayParts(academy, 'es')).toEqual({ weekday: 'jueves – sábado', date: '15–17 de enero', year: '2026' })
  expect(formatTimes(academy, 'en')).toBe('2:00 PM – 3:00 PM')
  expect(formatTimes({ ...academy, endsAt: null }, 'en')).toBe('2:00 PM')
})

test('a mail says it all in one line', () => {
  expect(formatWhen(call, 'en')).toBe('Thursday, January 15, 2026, 2:00 – 3:00 PM Central Time')
  expect(formatWhen(call, 'es')).toBe('jueves, 15 de enero de 2026, 2:00–3:00 p.m. hora central')
})

test('Phoenix shares the clock of Denver in winter only', () => {
  expect(isSameClock(at('2026-01-15T20:00:00Z'), 'America/Phoenix', 'America/Denver')).toBe(true)
  expect(isSameClock(at('2026-07-15T20:00:00Z'), 'America/Phoenix', 'America/Denver')).toBe(false)
})
