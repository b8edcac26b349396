import { remembered } from '#platform/time'

/** A zone's change of clocks: the moment, and its offsets before and after in seconds. */
type Change = { at: Temporal.ZonedDateTime; before: number; after: number }

export type Stretch = { from: Temporal.Instant; to: Temporal.Instant }

/**
 * The rules of a zone around a stretch of time (RFC 5545, 3.6.5). Where the clocks change by the same rule every year the
 * rule is said, which is what Outlook reads best; otherwise each change by itself.
 */
export const timeZoneComponent = (timeZone: string, { from, to }: Stretch): string =>
  components(`${timeZone} ${from.epochMilliseconds} ${to.epochMilliseconds}`, () => componentOf(timeZone, from, to))

const components = remembered<string>(200)

function componentOf(timeZone: string, from: Temporal.Instant, to: Temporal.Instant): string {
  const changes = changesAround(timeZone, from, to)
  const observances = changes.some(({ at }) => isRecent(at, from)) ? observancesOf(changes) : [fixed(from.toZonedDateTimeISO(timeZone))]
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** Arizona and Hawaii last moved their clocks long ago: their rule is one line. */
const isRecent = (at: Temporal.ZonedDateTime, from: Temporal.Instant) =>
  Temporal.Instant.compare(at.toInstant(), from.subtract({ hours: 24 * 400 })) > 0

function observancesOf(changes: Change[]): string[][] {
  const [first, second, ...later] = changes
  const rules = [first, second].map((change) => (change ? ruleOf(change) : null))
  const keepsToThem = first && second && later.length > 1 && later.every((change, place) => ruleOf(change).text === rules[place % 2]?.text)
  const said = keepsToThem ? [first, second] : changes
  return said.map((change, place) => observance(change, keepsToThem ? rules[place]?.text : undefined))
}

/** The last two changes before the stretch, those within, and the four after. */
function changesAround(timeZone: string, from: Temporal.Instant, to: Temporal.Instant): Change[] {
  const earlier = walk(from.add({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone), 'previous', (_, count) => count < 2).toReversed()
  const later = walk(
    from.toZonedDateTimeISO(timeZone),
    'next',
    (at, count) => count < 4 || Temporal.Instant.compare(at.toInstant(), to) <= 0,
  )
  return [...earlier, ...later]
    .map((at) => ({ at, before: offset(at.subtract({ nanoseconds: 1 })), after: offset(at) }))
    .filter(({ before, after }) => before !== after)
}

function walk(
  start: Temporal.ZonedDateTime,
  direction: 'previous' | 'next',
  more: (at: Temporal.ZonedDateTime, count: number) => boolean,
): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = []
  for (let at = start.getTimeZoneTransition(direction); at && more(at, found.length); at = at.getTimeZoneTransition(direction))
    found.push(at)
  return found
}

/** "The second Sunday of March", if that is what it is. */
function ruleOf({ at, before }: Change) {
  const day = wallTime(at, before)
  const week = day.day + 7 > day.daysInMonth ? -1 : Math.ceil(day.day / 7)
  const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day.dayOfWeek - 1] ?? ''
  return { text: `FREQ=YEARLY;BYMONTH=${day.month};BYDAY=${week}${weekday}` }
}

function observance(change: Change, rule?: string): string[] {
  const kind = change.after > change.before ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(wallTime(change.at, change.before))}`,
    `TZOFFSETFROM:${offsetText(change.before)}`,
    `TZOFFSETTO:${offsetText(change.after)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${kind}`,
  ]
}

function fixed(at: Temporal.ZonedDateTime): string[] {
  const here = offsetText(offset(at))
  return ['BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${here}`, `TZOFFSETTO:${here}`, 'END:STANDARD']
}

/** What the clocks showed at the moment of the change, before they were moved. */
const wallTime = (at: Temporal.ZonedDateTime, before: number) =>
  at.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ seconds: before })

const offset = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 1e9

const stamp = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

function offsetText(seconds: number): string {
  const size = Math.abs(seconds)
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size / 60) % 60)}${size % 60 ? two(size % 60) : ''}`
}
