export type Unit = 'week' | 'month' | 'year'

/** How a series repeats, counted from its first day. */
export type Recurrence = {
  unit: Unit
  every: number
  /** In a month: which of its weekdays, 1 to 5, or -1 for the last; null for the same day of the month. */
  week: number | null
  firstDay: Temporal.PlainDate
}

export type Ending = { lastDay: Temporal.PlainDate | null; mostDates: number | null }

/** Where the clocks stand when it begins, and how long it takes. */
export type Hours = { timeZone: string; localTime: string; minutes: number }

export type Planned = { number: number; day: Temporal.PlainDate }

const mostSteps = 2400

/**
 * The days of a series, one after the other, with their numbers. What a month or a year does not have falls on its last day: the 31st
 * on 30 April, 29 February on the 28th. A fifth weekday is only in months that have one.
 */
export function* plannedDays(rule: Recurrence & Ending & { firstNumber: number }): Generator<Planned> {
  let number = rule.firstNumber
  for (let step = 0; step < mostSteps; step++) {
    const day = dayAt(rule, step)
    if (!day) continue
    if (isPast(day, rule.lastDay) || number > (rule.mostDates ?? number)) return
    yield { number: number++, day }
  }
}

function dayAt({ unit, every, week, firstDay }: Recurrence, step: number): Temporal.PlainDate | null {
  if (unit === 'week') return firstDay.add({ weeks: step * every })
  if (unit === 'year') return firstDay.add({ years: step * every })
  const month = firstDay.toPlainYearMonth().add({ months: step * every })
  return week === null ? month.toPlainDate({ day: firstDay.day }) : weekdayIn(month, week, firstDay.dayOfWeek)
}

function weekdayIn(month: Temporal.PlainYearMonth, week: number, dayOfWeek: number): Temporal.PlainDate | null {
  const first = month.toPlainDate({ day: 1 })
  const inMonth = Array.from({ length: 5 }, (_, n) => first.add({ days: ((dayOfWeek - first.dayOfWeek + 7) % 7) + 7 * n }))
  return inMonth.filter((day) => day.month === month.month).at(week < 0 ? week : week - 1) ?? null
}

const isPast = (day: Temporal.PlainDate, last: Temporal.PlainDate | null) => last !== null && Temporal.PlainDate.compare(day, last) > 0

/** When a date begins and ends: the same hour on the wall all year. An hour that the clocks skip is the one after it. */
export function spanOn(day: Temporal.PlainDate, { timeZone, localTime, minutes }: Hours) {
  const startsAt = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(localTime) }).toInstant()
  return { startsAt, endsAt: startsAt.add({ minutes }) }
}

/** Which of its weekdays in the month a day is. */
export const weekOf = (day: Temporal.PlainDate): number => Math.ceil(day.day / 7)

/** Those whose turn it is, one line of names a date; none when nobody takes turns. */
export function hostsOf(rotation: string[], number: number): string[] | null {
  const line = rotation[(number - 1) % rotation.length]
  return line === undefined ? null : namesIn(line)
}

export const namesIn = (line: string): string[] =>
  line
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean)
