import { eventPaths, type CalendarChange, type Event } from '#events'
import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { CalendarEntry } from '#platform/calendar'
import type { Mail } from '#platform/mail'
import { wordsFor, type Words } from '#platform/text'
import { formatWhen } from '#platform/time'
import { entriesText } from './invitation.ts'
import type { Was } from './news.mails.tsx'
import { envelope, seriesPart, type ToGuest } from './rsvp.mails.tsx'

/** One date of the series, as it is now; what it was, unless it is called off. */
export type DateNews = { event: Event; was: Was | null; changes: CalendarChange[]; isWaiting: boolean }

export type SeriesNews = Pick<ToGuest, 'network' | 'baseUrl' | 'organizer' | 'guest' | 'now'> & {
  rhythm: { slug: string; title: string }
  dates: DateNews[]
  /** The entry of the series, where it stands in their calendar. */
  series: CalendarEntry[] | undefined
}

/** All that has changed in a series, in one mail: each date of theirs as it is now, and the calendar's entry anew. */
export function seriesNewsMail(news: SeriesNews): Mail {
  const { guest, rhythm, dates, baseUrl } = news
  const t = wordsFor(guest.language)
  const { title } = rhythm
  return {
    ...envelope(news),
    subject: t('{{news}}: {{title}}', { news: headlineOf(dates, t), title }),
    body: (
      <>
        <MailTitle>{headlineOf(dates, t)}</MailTitle>
        <MailText>{title}</MailText>
        <MailFacts facts={dates.flatMap((date) => factsOf(date, guest, t))} />
        <MailText>{closing(news, t)}</MailText>
        <MailButton href={baseUrl + eventPaths.rhythm(rhythm.slug)}>{t('See the dates')}</MailButton>
      </>
    ),
    why: t('You get this because you come to dates of “{{title}}”.', { title }),
    calendar: calendarOf(news),
  }
}

function headlineOf(dates: DateNews[], t: Words): string {
  const changes = dates.flatMap((date) => date.changes)
  if (changes.includes('time')) return t('The times have changed')
  if (dates.some(({ event }) => event.cancelledAt)) return t('Dates are called off')
  if (changes.includes('call')) return t('The call details have changed')
  return t('The series has changed')
}

function factsOf({ event, was, changes, isWaiting }: DateNews, guest: ToGuest['guest'], t: Words) {
  const when = whenOf(event, guest)
  const before = was && changes.includes('time') ? whenOf(was, guest) : ''
  const value = event.cancelledAt ? t('Called off') : isWaiting ? t('{{when}} (waiting list)', { when }) : when
  return [{ name: event.cancelledAt ? when : event.title, value }, before !== '' && { name: t('Before'), value: before }]
}

const whenOf = ({ startsAt, endsAt, timeZone }: Pick<Event, 'startsAt' | 'endsAt' | 'timeZone'>, guest: ToGuest['guest']) =>
  startsAt ? formatWhen({ startsAt, endsAt, timeZone: guest.timeZone ?? timeZone }, guest.language) : ''

function closing({ dates, series }: SeriesNews, t: Words): string {
  if (!series) return t('You keep your place at each. Open the file of this mail to put the dates into your calendar anew.')
  if (dates.every(({ event }) => event.cancelledAt)) return t('You need to do nothing: the entry in your calendar follows.')
  return t(
    'You keep your place at each, and the entry in your calendar follows. If a date does not suit you any more, tell us on its page.',
  )
}

/** The series' own entry; else the entries of the dates, each as it stands in their calendar already. */
function calendarOf({ dates, series, baseUrl, guest, now, ...inviting }: SeriesNews) {
  if (series) return seriesPart(series, { ...inviting, guest, now })
  const events = dates.map(({ event }) => event)
  return { method: 'PUBLISH' as const, text: entriesText(events, { baseUrl, language: guest.language, now }) }
}
