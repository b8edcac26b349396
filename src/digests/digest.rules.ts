/** A month of the community: its first day, and the moments at which it begins and ends there. */
export type Month = { day: Temporal.PlainDate; begins: Temporal.Instant; ends: Temporal.Instant }

/** The last month that is over. */
export function monthBefore(now: Temporal.Instant, timeZone: string): Month {
  const next = now.toZonedDateTimeISO(timeZone).toPlainDate().with({ day: 1 })
  const day = next.subtract({ months: 1 })
  const beginOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone }).toInstant()
  return { day, begins: beginOf(day), ends: beginOf(next) }
}
