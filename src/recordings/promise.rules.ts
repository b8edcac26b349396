/** A server that stood still for two days reminds late; what is older than that is let be. */
const mostDaysLate = 2

/** The day whose reminder of promised captions is due by today: a week before, the day itself, then each week after it. */
export function reminderDay(due: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const { days } = due.until(today, { largestUnit: 'day' })
  if (days < -7) return null
  const late = days < 0 ? days + 7 : days % 7
  return late <= mostDaysLate ? today.subtract({ days: late }) : null
}
