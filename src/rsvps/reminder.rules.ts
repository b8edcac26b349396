import type { Words } from '#platform/text'
import { formatDay, formatTime, formatZone } from '#platform/time'

type About = { title: string; startsAt: Temporal.Instant; timeZone: string; language: string }

/** "Tomorrow, 12:00 PM Central Time: Spring call", all on the reader's own clock. */
export function reminderSubject({ title, startsAt, timeZone, language }: About, now: Temporal.Instant, t: Words): string {
  const hour = `${formatTime(startsAt, timeZone, language)} ${formatZone(timeZone, language, startsAt)}`
  return t('{{day}}, {{hour}}: {{title}}', { day: dayWords({ startsAt, timeZone, language }, now, t), hour, title })
}

function dayWords({ startsAt, timeZone, language }: Omit<About, 'title'>, now: Temporal.Instant, t: Words): string {
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate()
  const days = dayOf(now).until(dayOf(startsAt)).days
  if (days === 0) return t('Today')
  return days === 1 ? t('Tomorrow') : formatDay(startsAt, timeZone, language)
}
