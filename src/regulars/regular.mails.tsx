import type { Event } from '#events'
import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor } from '#platform/text'
import { formatWhen } from '#platform/time'
import { entriesText, type Hall, type RsvpGuest } from '#rsvps'

export type AllDates = { hall: Hall; guest: RsvpGuest; title: string; events: Event[]; link: string; now: Temporal.Instant }

/** One mail for all dates: which they are, where one waits, and a file that puts them into a calendar. */
export function allDatesMail({ hall, guest, title, events, link, now }: AllDates): Mail {
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
    calendar: { method: 'PUBLISH', text: entriesText(events, { baseUrl: hall.baseUrl, language: guest.language, now }) },
  }
}

const whenOf = ({ startsAt, endsAt, timeZone }: Event, guest: RsvpGuest) =>
  startsAt ? formatWhen({ startsAt, endsAt, timeZone: guest.timeZone ?? timeZone }, guest.language) : ''
