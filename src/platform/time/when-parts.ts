import { remembered } from './remembered.ts'
import { dayParts, formatDay, formatTimes, isSameClock, type DayParts, type Span } from './when.ts'
import { formatZone, usZones } from './zones.ts'

/** The same moment on another clock. `day` is given when it is another day there. */
export type Elsewhere = { hours: string; zone: string; day: string | null }

export type WhenParts = DayParts & { hours: string; zone: string; elsewhere: Elsewhere[] }

/**
 * An event's date for a reader: large in their zone, the event's own zone beside it when its clock differs.
 * A reader of unknown zone (null) gets the event's zone, and the four of the United States beside it.
 */
export function whenParts(span: Span, reader: string | null, language: string, month?: 'long' | 'short'): WhenParts {
  const key = [span.startsAt.epochMilliseconds, span.endsAt?.epochMilliseconds, span.timeZone, reader, language, month].join(' ')
  return known(key, () => partsOf(span, reader, language, month))
}

const known = remembered<WhenParts>(500)

function partsOf(span: Span, reader: string | null, language: string, month?: 'long' | 'short'): WhenParts {
  const mine = { ...span, timeZone: reader ?? span.timeZone }
  const others = reader ? [{ timeZone: span.timeZone, name: formatZone(span.timeZone, language, span.startsAt) }] : usZones
  return {
    ...dayParts(mine, language, month),
    hours: formatTimes(mine, language),
    zone: formatZone(mine.timeZone, language, span.startsAt),
    elsewhere: others
      .filter((other) => !isSameClock(span.startsAt, other.timeZone, mine.timeZone))
      .map((other) => clockOf(span, mine.timeZone, other, language)),
  }
}

function clockOf(span: Span, mine: string, other: { timeZone: string; name: string }, language: string): Elsewhere {
  const day = formatDay(span.startsAt, other.timeZone, language)
  return {
    hours: formatTimes({ ...span, timeZone: other.timeZone }, language),
    zone: other.name,
    day: day === formatDay(span.startsAt, mine, language) ? null : day,
  }
}
