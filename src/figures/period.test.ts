import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useCommunity } from '#test'
import { beginOf, beginsOf, bucketsOf, dayOf, drawable, lastYear, momentsOf } from './period.rules.ts'

const community = useCommunity()
const day = (text: string) => Temporal.PlainDate.from(text)
const texts = (days: Temporal.PlainDate[]) => days.map(String)

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => day('1960-01-01').add({ days: n }))
const zones = fc.constantFrom('America/Chicago', 'Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC')
const steps = fc.constantFrom('month' as const, 'week' as const)

describe('months and weeks of a period', () => {
  test.each([
    ['2024-01-31', '2024-03-01', 'month', ['2024-01-01', '2024-02-01', '2024-03-01']],
    ['2024-02-29', '2024-02-29', 'month', ['2024-02-01']],
    ['2025-12-31', '2026-01-01', 'month', ['2025-12-01', '2026-01-01']],
    ['2025-12-31', '2026-01-01', 'week', ['2025-12-29']],
    ['2024-02-25', '2024-03-04', 'week', ['2024-02-19', '2024-02-26', '2024-03-04']],
  ] as const)('%s to %s by %s', (from, until, by, begins) => {
    expect(texts(bucketsOf({ from: day(from), until: day(until), by }))).toEqual(begins)
  })

  test('every day of it lies in one of them, and they follow one another without a gap', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 900 }), steps, (from, length, by) => {
        const until = from.add({ days: length })
        const begins = texts(bucketsOf({ from, until, by }))
        for (const one of [from, until, from.add({ days: length >> 1 })])
          expect(begins.filter((begin) => begin === beginOf(one, by).toString())).toHaveLength(1)
        expect(begins).toEqual([...new Set(begins)].toSorted())
        expect(begins[0]).toBe(beginOf(from, by).toString())
        expect(begins.at(-1)).toBe(beginOf(until, by).toString())
      }),
    )
  })
})

test('twelve months end with this one, whatever its last day is', () => {
  for (const today of ['2024-02-29', '2026-03-04', '2026-01-31', '2025-12-31']) expect(bucketsOf(lastYear(day(today)))).toHaveLength(12)
  expect(String(lastYear(day('2024-02-29')).from)).toBe('2023-03-01')
})

describe('what is asked for becomes what can be drawn', () => {
  const today = day('2026-03-04')
  test.each([
    ['the wrong way round', '2026-02-01 2026-01-01 month', '2026-01-01 2026-02-01 month'],
    ['of the future', '2027-01-01 2028-01-01 week', '2026-03-04 2026-03-04 week'],
    ['of centuries', '1900-01-01 2026-03-04 month', '2006-03-04 2026-03-04 month'],
    ['of three years of weeks', '2023-01-01 2026-01-01 week', '2023-01-01 2026-01-01 month'],
    ['of two years of weeks', '2024-01-01 2025-12-31 week', '2024-01-01 2025-12-31 week'],
  ])('%s', (_, asked, drawn) => {
    const [from = '', until = '', by] = asked.split(' ')
    const period = drawable({ from: day(from), until: day(until), by: by === 'week' ? 'week' : 'month' }, today)
    expect(`${period.from.toString()} ${period.until.toString()} ${period.by}`).toBe(drawn)
  })
})

test('days begin and end by the community’s clock, on the nights when the clocks change too', () => {
  const spring = momentsOf({ from: day('2026-03-08'), until: day('2026-03-08') }, 'America/Chicago')
  expect([spring.start, spring.end].map(String)).toEqual(['2026-03-08T06:00:00Z', '2026-03-09T05:00:00Z'])
  const autumn = momentsOf({ from: day('2026-11-01'), until: day('2026-11-01') }, 'America/Chicago')
  expect([autumn.start, autumn.end].map(String)).toEqual(['2026-11-01T05:00:00Z', '2026-11-02T06:00:00Z'])
})

test('the rule and PostgreSQL put every moment into the same month and week, in every zone', async () => {
  const period = { from: day('2024-01-17'), until: day('2026-03-04') }
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 24 * 776 }),
      fc.constantFrom(0, 1, 3599),
      zones,
      steps,
      async (...[hour, second, timeZone, by]) => {
        const moment = momentsOf(period, timeZone).start.add({ hours: hour, seconds: second })
        const { rows } = await sql<{ place: number }>`
        select width_bucket(${moment}::timestamptz, ${beginsOf({ ...period, by }, timeZone)}::timestamptz[]) - 1 as place`.execute(
          community.db,
        )
        const buckets = texts(bucketsOf({ ...period, by }))
        expect(buckets[rows[0]?.place ?? -1]).toBe(beginOf(dayOf(moment, timeZone), by).toString())
      },
    ),
    { numRuns: 150, seed: 2026 },
  )
})

test('what comes after the last day is after the last month', async () => {
  const period = { from: day('2026-01-10'), until: day('2026-02-20'), by: 'month' as const }
  const begins = beginsOf(period, 'America/Chicago')
  expect(begins.map(String)).toEqual(['2026-01-01T06:00:00Z', '2026-02-01T06:00:00Z', '2026-02-21T06:00:00Z'])
})
