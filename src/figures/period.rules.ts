/** What stewards ask about: days of the community's own calendar, both included, told by month or week. */
export type Period = { from: Temporal.PlainDate; until: Temporal.PlainDate; by: Step }
export const steps = ['month', 'week'] as const
export type Step = (typeof steps)[number]

/** More weeks than this are told by month, and more months than this are no chart any more. */
const mostWeeks = 106
const mostMonths = 240

/** Twelve months, of which this one is the last. */
export function lastYear(today: Temporal.PlainDate): Period {
  return { from: today.with({ day: 1 }).subtract({ months: 11 }), until: today, by: 'month' }
}

/** A period that can be drawn: the right way round, not of the future, not of centuries, and not of a thousand weeks. */
export function drawable({ from, until, by }: Period, today: Temporal.PlainDate): Period {
  const [first, last] = [from, until].map((day) => earlier(day, today)).sort(Temporal.PlainDate.compare)
  const end = last ?? today
  const start = later(first ?? today, end.subtract({ months: mostMonths }))
  const weeks = start.until(end, { largestUnit: 'weeks' }).weeks
  return { from: start, until: end, by: by === 'week' && weeks <= mostWeeks ? 'week' : 'month' }
}

/** The first day of the month or week of a day; weeks begin on Monday (ISO 8601), as PostgreSQL's do. */
export const beginOf = (day: Temporal.PlainDate, by: Step): Temporal.PlainDate =>
  by === 'month' ? day.with({ day: 1 }) : day.subtract({ days: day.dayOfWeek - 1 })

/** The first days of all months or weeks of the period, in order, without a gap. */
export function bucketsOf({ from, until, by }: Period): Temporal.PlainDate[] {
  const buckets: Temporal.PlainDate[] = []
  for (let day = beginOf(from, by); Temporal.PlainDate.compare(day, until) <= 0; day = next(day, by)) buckets.push(day)
  return buckets
}

/** The moments between which it lies: from the first moment of its first day to the first moment after its last. */
export const momentsOf = ({ from, until }: Pick<Period, 'from' | 'until'>, timeZone: string) => ({
  start: from.toZonedDateTime(timeZone).toInstant(),
  end: until.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
})

/** The first moment of each month or week of it, and at last the first moment after it. */
export const beginsOf = (period: Period, timeZone: string): Temporal.Instant[] => [
  ...bucketsOf(period).map((day) => day.toZonedDateTime(timeZone).toInstant()),
  momentsOf(period, timeZone).end,
]

export const dayOf = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate => moment.toZonedDateTimeISO(timeZone).toPlainDate()

const next = (day: Temporal.PlainDate, by: Step) => day.add(by === 'month' ? { months: 1 } : { weeks: 1 })

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (Temporal.PlainDate.compare(one, other) <= 0 ? one : other)
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (Temporal.PlainDate.compare(one, other) >= 0 ? one : other)
