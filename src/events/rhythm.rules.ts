/** Communities meet by weekday: "every third Wednesday". `week` is 1 to 4, or -1 for the last. */
export type Weekday = { week: number; dayOfWeek: number }

function weekdayOf(day: Temporal.PlainDate): Weekday {
  const week = Math.ceil(day.day / 7)
  return { week: week > 4 ? -1 : week, dayOfWeek: day.dayOfWeek }
}

export function dayOfMonth(month: Temporal.PlainYearMonth, { week, dayOfWeek }: Weekday): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 })
  const days = (dayOfWeek - first.dayOfWeek + 7) % 7
  if (week > 0) return first.add({ days: days + 7 * (week - 1) })
  const fifth = first.add({ days: days + 28 })
  return fifth.month === first.month ? fifth : fifth.subtract({ days: 7 })
}

/** The same weekday of the month after, at the same hour on the wall: the next of a monthly rhythm that is still ahead. */
export function nextInRhythm(start: Temporal.ZonedDateTime, now: Temporal.Instant): Temporal.ZonedDateTime {
  const weekday = weekdayOf(start.toPlainDate())
  const time = start.toPlainTime()
  let month = start.toPlainDate().toPlainYearMonth()
  for (;;) {
    month = month.add({ months: 1 })
    const next = dayOfMonth(month, weekday).toZonedDateTime({ timeZone: start.timeZoneId, plainTime: time })
    if (next.epochMilliseconds > now.epochMilliseconds) return next
  }
}
