import type { Recurrence } from './recurrence.rules.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A series as calendars say it (RFC 5545, 3.3.10): the same days as `plannedDays`, from whichever of them it is counted. */
export function calendarRule(rule: Recurrence, until: Temporal.Instant | null): string {
  const end = until ? `;UNTIL=${until.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}` : ''
  return `${oftenOf(rule)};INTERVAL=${rule.every}${end}`
}

function oftenOf({ unit, week, firstDay }: Recurrence): string {
  if (unit === 'week') return 'FREQ=WEEKLY'
  if (unit === 'month' && week !== null) return `FREQ=MONTHLY;BYDAY=${week}${weekdays[firstDay.dayOfWeek - 1]}`
  if (unit === 'month') return `FREQ=MONTHLY;BYMONTHDAY=${firstDay.day === 31 ? -1 : firstDay.day}`
  return firstDay.month === 2 && firstDay.day === 29 ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY'
}

/**
 * Days of a series that its rule does not say: the last of February for the 29th and 30th. BYSETPOS could say them, and too many
 * calendars misread it.
 */
export const besideRule = ({ unit, week, firstDay }: Recurrence, days: Temporal.PlainDate[]): Temporal.PlainDate[] =>
  unit === 'month' && week === null && firstDay.day !== 31 ? days.filter(({ day }) => day !== firstDay.day) : []
