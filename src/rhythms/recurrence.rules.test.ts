import { expect, test } from 'vitest'
import { hostsOf, plannedDays, spanOn, type Recurrence } from './recurrence.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const goesOn = { lastDay: null, mostDates: null, firstNumber: 1 }
const first = (rule: Omit<Recurrence, 'firstDay'> & { firstDay: string }, count: number, more = {}) =>
  [...plannedDays({ ...rule, firstDay: day(rule.firstDay), ...goesOn, ...more }).take(count)].map((planned) => planned.day.toString())

test.each<[string, Parameters<typeof first>[0], string[]]>([
  ['every week', { unit: 'week', every: 1, week: null, firstDay: '2026-02-25' }, ['2026-02-25', '2026-03-04', '2026-03-11']],
  [
    'every other week, over New Year',
    { unit: 'week', every: 2, week: null, firstDay: '2026-12-23' },
    ['2026-12-23', '2027-01-06', '2027-01-20'],
  ],
  ['third Wednesday', { unit: 'month', every: 1, week: 3, firstDay: '2026-03-18' }, ['2026-03-18', '2026-04-15', '2026-05-20']],
  [
    'first Monday, every three months',
    { unit: 'month', every: 3, week: 1, firstDay: '2026-11-02' },
    ['2026-11-02', '2027-02-01', '2027-05-03'],
  ],
  ['last Friday', { unit: 'month', every: 1, week: -1, firstDay: '2026-01-30' }, ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']],
  [
    'fifth Monday, in months that have one',
    { unit: 'month', every: 1, week: 5, firstDay: '2026-03-30' },
    ['2026-03-30', '2026-06-29', '2026-08-31', '2026-11-30'],
  ],
  [
    'the 31st, or the last day',
    { unit: 'month', every: 1, week: null, firstDay: '2028-01-31' },
    ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
  ],
  [
    'the 30th in a short February',
    { unit: 'month', every: 1, week: null, firstDay: '2027-01-30' },
    ['2027-01-30', '2027-02-28', '2027-03-30'],
  ],
  [
    '29 February',
    { unit: 'year', every: 1, week: null, firstDay: '2028-02-29' },
    ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
  ],
  ['every other year', { unit: 'year', every: 2, week: null, firstDay: '2026-06-10' }, ['2026-06-10', '2028-06-10']],
])('%s', (_, rule, days) => {
  expect(first(rule, days.length)).toEqual(days)
})

const weekly = { unit: 'week', every: 1, week: null, firstDay: '2026-03-04' } as const

test('it ends on a day, that day included, or after a number of dates, whichever comes first', () => {
  expect(first(weekly, 9, { lastDay: day('2026-03-18') })).toEqual(['2026-03-04', '2026-03-11', '2026-03-18'])
  expect(first(weekly, 9, { mostDates: 2 })).toEqual(['2026-03-04', '2026-03-11'])
  expect(first(weekly, 9, { mostDates: 3, lastDay: day('2026-03-05') })).toEqual(['2026-03-04'])
  expect(first(weekly, 9, { mostDates: 6, firstNumber: 5 })).toEqual(['2026-03-04', '2026-03-11'])
})

test('a fifth weekday of February comes once in 28 years', () => {
  expect(first({ unit: 'month', every: 12, week: 5, firstDay: '2016-02-29' }, 2)).toEqual(['2016-02-29', '2044-02-29'])
})

test.each([
  ['winter', '2026-02-18T13:00', 'America/New_York', 60, ['2026-02-18T18:00:00Z', '2026-02-18T19:00:00Z']],
  ['summer: the same hour on the wall', '2026-03-18T13:00', 'America/New_York', 60, ['2026-03-18T17:00:00Z', '2026-03-18T18:00:00Z']],
  [
    'the hour the clocks skip: the one after it',
    '2026-03-08T02:30',
    'America/New_York',
    60,
    ['2026-03-08T07:30:00Z', '2026-03-08T08:30:00Z'],
  ],
  ['the hour that comes twice: the first', '2026-11-01T01:30', 'America/New_York', 30, ['2026-11-01T05:30:00Z', '2026-11-01T06:00:00Z']],
  ['over midnight', '2026-12-31T23:30', 'America/Chicago', 90, ['2027-01-01T05:30:00Z', '2027-01-01T07:00:00Z']],
  ['a day that is another in other zones', '2026-07-15T18:00', 'Pacific/Honolulu', 60, ['2026-07-16T04:00:00Z', '2026-07-16T05:00:00Z']],
  ['Arizona knows no summer', '2026-07-15T10:00', 'America/Phoenix', 60, ['2026-07-15T17:00:00Z', '2026-07-15T18:00:00Z']],
] as const)('%s', (...[, on, timeZone, minutes, moments]) => {
  const [date = '', localTime = ''] = on.split('T')
  const span = spanOn(day(date), { timeZone, localTime, minutes })
  expect([span.startsAt.toString(), span.endsAt.toString()]).toEqual(moments)
})

test('hosts take turns, alone or together, and begin again', () => {
  const rotation = ['Marisol Vega', 'Joanna Kowalski, Ada Whitfield']
  expect([1, 2, 3].map((number) => hostsOf(rotation, number))).toEqual([
    ['Marisol Vega'],
    ['Joanna Kowalski', 'Ada Whitfield'],
    ['Marisol Vega'],
  ])
  expect(hostsOf([], 1)).toBeNull()
})
