import { wordsFor, type Language } from '#platform/text'
import { formatDay, formatTime, formatTimes, formatZone, isSameClock, usZones } from '#platform/time'
import type { LetterEvent } from './letter.rules.ts'

/** When something is, as a mail says it to readers of all zones: the day, the event's hour, the same hour elsewhere. */
export type When = { day: string; hours: string; elsewhere: string }

export function whenOf(event: LetterEvent, language: Language): When {
  const span = spanOf(event)
  const t = wordsFor(language)
  const names: Record<string, string> = { Eastern: t('Eastern'), Central: t('Central'), Mountain: t('Mountain'), Pacific: t('Pacific') }
  const elsewhere = usZones.filter(({ timeZone }) => !isSameClock(span.startsAt, timeZone, span.timeZone))
  const day = formatDay(span.startsAt, span.timeZone, language)
  const startIn = (timeZone: string) => {
    const there = formatDay(span.startsAt, timeZone, language)
    return `${there === day ? '' : `${there}, `}${formatTime(span.startsAt, timeZone, language)}`
  }
  return {
    day,
    hours: `${formatTimes(span, language)} ${formatZone(span.timeZone, language, span.startsAt)}`,
    elsewhere: elsewhere.map(({ timeZone, name }) => `${startIn(timeZone)} ${names[name]}`).join(' · '),
  }
}

export const spanOf = ({ startsAt, endsAt, timeZone }: LetterEvent) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
  timeZone,
})
