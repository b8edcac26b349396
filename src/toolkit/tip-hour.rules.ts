/** The moment that somebody typed as day and hour, in the community's zone; null when it is none, or is no more to come. */
export function hourAhead(typed: string, timeZone: string, now: Temporal.Instant): Temporal.Instant | null {
  try {
    const moment = Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant()
    const isAhead = Temporal.Instant.compare(moment, now) > 0 && Temporal.Instant.compare(moment, now.add({ hours: 2 * 365 * 24 })) < 0
    return isAhead ? moment : null
  } catch {
    return null
  }
}

/** As the field shows it again: "2026-03-10T09:00". */
export const hourTyped = (moment: Temporal.Instant, timeZone: string): string =>
  moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
