import type { Event } from '#events'
import { wordsFor } from '#platform/text'
import { formatWhen, whenParts } from '#platform/time'
import type { RsvpGuest } from './rsvp-guest.ts'

type When = Pick<Event, 'startsAt' | 'endsAt' | 'timeZone'>

/** The day and hour in the guest's zone; in the event's own and those of the United States when theirs is unknown. */
export function whenFacts({ startsAt, endsAt, timeZone }: When, { language, timeZone: mine }: Pick<RsvpGuest, 'language' | 'timeZone'>) {
  const t = wordsFor(language)
  if (!startsAt) return [{ name: t('When'), value: t('Date to be announced') }]
  const span = { startsAt, endsAt, timeZone }
  const { elsewhere } = whenParts(span, mine, language)
  const others = elsewhere.map(({ day, hours, zone }) => `${day ? `${day}, ` : ''}${hours} ${t(zone)}`).join(' · ')
  return [
    { name: t('When'), value: formatWhen({ ...span, timeZone: mine ?? timeZone }, language) },
    ...(others ? [{ name: t('Elsewhere'), value: others }] : []),
  ]
}
