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
  if (unit === 'month') return `FREQ=MONTHLY;${dayOrLast(firstDay.day)}`
  return firstDay.month === 2 && firstDay.day === 29 ? `FREQ=YEARLY;BYMONTH=2;${dayOrLast(29)}` : 'FREQ=YEARLY'
}

/** A day that some months do not have is their last: of the days from the 28th up to it, the last there is. */
function dayOrLast(day: number): string {
  if (day <= 28) return `BYMONTHDAY=${day}`
  const days = Array.from({ length: day - 27 }, (_, n) => 28 + n)
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}
