import type { Language, Words } from '#platform/text'
import { formatTime, formatZone } from '#platform/time'
import type { Part } from './own.rules.ts'
import { spanOn, type Hours, type Recurrence } from './recurrence.rules.ts'

/** How often and when: "Third Wednesday of the month, 1:00 PM Eastern Time". */
export function rhythmWords(rule: Recurrence & Hours, language: Language, t: Words): string {
  const { startsAt } = spanOn(rule.firstDay, rule)
  const hour = `${formatTime(startsAt, rule.timeZone, language)} ${formatZone(rule.timeZone, language, startsAt)}`
  return `${oftenWords(rule, language, t)}, ${hour}`
}

function oftenWords({ unit, every, week, firstDay }: Recurrence, language: Language, t: Words): string {
  const weekday = firstDay.toLocaleString(`${language}-US`, { weekday: 'long' })
  if (unit === 'week') return weekWords(every, weekday, t)
  const day = firstDay.toLocaleString(`${language}-US`, { month: 'long', day: 'numeric' })
  if (unit === 'year') return every === 1 ? t('Every year on {{day}}', { day }) : t('Every {{every}} years on {{day}}', { every, day })
  const which = week === null ? t('Day {{day}} of the month', { day: firstDay.day }) : (weekdayWords(t, weekday)[week] ?? '')
  return every === 1 ? which : t('{{which}}, every {{every}} months', { which, every })
}

function weekWords(every: number, weekday: string, t: Words): string {
  if (every === 1) return t('Every week on {{weekday}}', { weekday })
  return every === 2 ? t('Every other week on {{weekday}}', { weekday }) : t('Every {{every}} weeks on {{weekday}}', { every, weekday })
}

const weekdayWords = (t: Words, weekday: string): Record<number, string> => ({
  1: t('First {{weekday}} of the month', { weekday }),
  2: t('Second {{weekday}} of the month', { weekday }),
  3: t('Third {{weekday}} of the month', { weekday }),
  4: t('Fourth {{weekday}} of the month', { weekday }),
  5: t('Fifth {{weekday}} of the month', { weekday }),
  [-1]: t('Last {{weekday}} of the month', { weekday }),
})

export const partWords = (t: Words): Record<Part, string> => ({
  time: t('the time'),
  door: t('when RSVP opens and closes'),
  title: t('the title'),
  words: t('the description'),
  hosts: t('the hosts'),
  place: t('the place'),
  call: t('the call'),
  seats: t('the seats'),
  rest: t('the reminders'),
})
