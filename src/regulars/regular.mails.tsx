import type { Event } from '#events'
import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor } from '#platform/text'
import { formatWhen } from '#platform/time'
import type { CalendarEntry } from '#platform/calendar'
import { seriesPart, type Hall, type RsvpGuest } from '#rsvps'

type ToRegular = { hall: Hall; guest: RsvpGuest; title: string; link: string; series: CalendarEntry[]; now: Temporal.Instant }

export type AllDates = ToRegular & { events: Event[] }

/** One mail for all dates: which they are, where one waits, and one entry for the calendar that repeats. */
export function allDatesMail({ hall, guest, title, events, link, series, now }: AllDates): Mail {
  const t = wordsFor(guest.language)
  const facts = events.map((event, place) => ({
    name: String(place + 1),
    value: event.mine?.answer === 'waiting' ? t('{{when}} (waiting list)', { when: whenOf(event, guest) }) : whenOf(event, guest),
  }))
  return {
    to: { id: guest.id, email: guest.email },
    networkId: hall.network.id,
    language: guest.language,
    subject: t('You are coming to all dates: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{t('You are coming to all dates')}</MailTitle>
        <MailText>{title}</MailText>
        <MailFacts facts={facts} />
        <MailText>{t('Later dates are yours as they are set. Before each you get a reminder with the way into the call.')}</MailText>
        <MailButton href={link}>{t('See my dates')}</MailButton>
      </>
    ),
    why: t('You get this because you said that you come to all dates of “{{title}}”.', { title }),
    calendar: seriesPart(series, { ...hall, guest, now }),
  }
}

/** They come to later dates no more: what they keep, and the calendar's entry, which ends there. */
export function stoppedMail({ hall, guest, title, link, givesBack, series, now }: ToRegular & { givesBack: boolean }): Mail {
  const t = wordsFor(guest.language)
  return {
    to: { id: guest.id, email: guest.email },
    networkId: hall.network.id,
    language: guest.language,
    subject: t('Later dates are not yours any more: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{t('Later dates are not yours any more')}</MailTitle>
        <MailText>{title}</MailText>
        <MailText>
          {givesBack
            ? t('Your seats go to others, and the dates are taken out of your calendar. Dates that you answered on their own you keep.')
            : t('The dates that you have until now you keep. The entry in your calendar ends with the last of them.')}
        </MailText>
        <MailButton href={link}>{t('See my dates')}</MailButton>
      </>
    ),
    why: t('You get this because you said that you come to all dates of “{{title}}”.', { title }),
    calendar: seriesPart(series, { ...hall, guest, now }),
  }
}

const whenOf = ({ startsAt, endsAt, timeZone }: Event, guest: RsvpGuest) =>
  startsAt ? formatWhen({ startsAt, endsAt, timeZone: guest.timeZone ?? timeZone }, guest.language) : ''
