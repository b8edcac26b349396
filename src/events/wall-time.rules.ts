/** What clocks on the wall show, as the browser's date field says it: "2026-03-18T13:00". */
export type WallTimeRead = { moment: Temporal.Instant } | { problem: 'unreadable' | 'skipped' | 'far-off' }

/**
 * The moment at which the clocks of this zone show this. In the night they go forward an hour is skipped, and there
 * is no such moment; in the night they go back an hour comes twice, and the first of the two is meant.
 */
export function readWallTime(text: string, timeZone: string): WallTimeRead {
  const wall = plainOf(text)
  if (!wall) return { problem: 'unreadable' }
  if (wall.year < 1990 || wall.year > 2100) return { problem: 'far-off' }
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(wall) ? { moment: zoned.toInstant() } : { problem: 'skipped' }
}

/** What the date field shows for a moment. */
export const wallTimeOf = (moment: Temporal.Instant | null, timeZone: string): string =>
  moment ? moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) : ''

function plainOf(text: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
