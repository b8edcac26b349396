import { recordedWords } from '#consents'
import type { CalendarChange, Event } from '#events'
import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Words } from '#platform/text'
import { formatWhen } from '#platform/time'
import { callFacts } from './invitation.ts'
import { envelope, invited, whyAnswered, type ToGuest } from './rsvp.mails.tsx'
import { whenFacts } from './when.mails.tsx'

export type Was = { title: string; startsAt: Temporal.Instant | null; endsAt: Temporal.Instant | null; timeZone: string }

/** What has changed, what it was, and the calendar's entry anew. */
export function changedMail(mail: ToGuest, changes: CalendarChange[], was: Was): Mail {
  const { guest, event, link } = mail
  const t = wordsFor(guest.language)
  const headline = headlineOf(changes, event, t)
  return {
    ...envelope(mail),
    subject: t('{{news}}: {{title}}', { news: headline, title: event.title }),
    body: (
      <>
        <MailTitle>{headline}</MailTitle>
        <MailFacts facts={factsOf(mail, changes, was)} />
        {event.isRecorded && <MailText>{recordedWords(t)}</MailText>}
        <MailText>{closing(mail, t)}</MailText>
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
      </>
    ),
    why: whyAnswered(mail),
    ...invited(event.startsAt ? mail : goneFrom(mail, was)),
  }
}

/** How it stands now; what it was before stands beneath what has changed. */
function factsOf({ guest, event, call, standing }: ToGuest, changes: CalendarChange[], was: Was) {
  const t = wordsFor(guest.language)
  const before = (value: string | null) => value !== null && { name: t('Before'), value }
  return [
    { name: t('What'), value: event.title },
    before(changes.includes('title') ? was.title : null),
    ...whenFacts(event, guest),
    before(changes.includes('time') ? timeBefore(was, guest) : null),
    event.place !== '' && { name: t('Where'), value: event.place },
    ...(standing.answer === 'seated' && call ? callFacts(call, t) : []),
  ]
}

const timeBefore = (was: Was, guest: ToGuest['guest']) =>
  was.startsAt && formatWhen({ ...was, startsAt: was.startsAt, timeZone: guest.timeZone ?? was.timeZone }, guest.language)

/** The entry as it stood, to be taken out: a calendar cannot hold what has no date. */
const goneFrom = (mail: ToGuest, { startsAt, endsAt, timeZone }: Was): ToGuest => ({
  ...mail,
  event: { ...mail.event, startsAt, endsAt, timeZone },
  standing: { ...mail.standing, answer: 'declined' },
})

function headlineOf(changes: CalendarChange[], event: Event, t: Words): string {
  const words: Record<CalendarChange, string> = {
    time: event.startsAt ? t('The time has changed') : t('The date is open again'),
    title: t('The title has changed'),
    place: t('The place has changed'),
    call: t('The call details have changed'),
    recorded: event.isRecorded ? t('This call will be recorded') : t('This call will not be recorded'),
  }
  const [first] = changes
  return first ? words[first] : t('Something has changed')
}

function closing({ event, standing }: ToGuest, t: Words): string {
  if (!event.startsAt) return t('The date is taken out of your calendar. Your place is kept, and we write to you when the new date is set.')
  if (standing.answer === 'waiting') return t('You are still on the waiting list, in the same place. The entry in your calendar follows.')
  return t('You still have your seat, and the entry in your calendar follows. If the new time does not suit you, tell us on your page.')
}

/** Called off: why, and the calendar drops the entry. */
export function cancelledMail(mail: ToGuest): Mail {
  const { guest, event } = mail
  const t = wordsFor(guest.language)
  return {
    ...envelope(mail),
    subject: t('Called off: {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('Called off')}</MailTitle>
        <MailFacts facts={[{ name: t('What'), value: event.title }, ...whenFacts(event, guest)]} />
        {event.cancelReason && <MailText>{event.cancelReason}</MailText>}
        <MailText>{t('You need to do nothing: the date is taken out of your calendar.')}</MailText>
        <MailButton href={`${mail.baseUrl}/events`}>{t('See what else is coming up')}</MailButton>
      </>
    ),
    why: whyAnswered(mail),
    ...invited(mail),
  }
}

/** Taken out by a steward: why is for them to say, so the way to write to them is here. */
export function removedMail(mail: ToGuest): Mail {
  const { guest, event } = mail
  const t = wordsFor(guest.language)
  return {
    ...envelope(mail),
    subject: t('You have no seat any more: {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('You have no seat any more')}</MailTitle>
        <MailText>{t('The organizers have taken back your RSVP, and the date is taken out of your calendar.')}</MailText>
        <MailFacts facts={[{ name: t('What'), value: event.title }, ...whenFacts(event, guest)]} />
        <MailText>{t('If you think this is a mistake, write to them.')}</MailText>
        <MailButton href={`${mail.baseUrl}/contact`}>{t('Write to us')}</MailButton>
      </>
    ),
    why: whyAnswered(mail),
    ...invited(mail),
  }
}

/** The day and the hour in the subject, how to dial in below. */
export function reminderMail(mail: ToGuest, subject: string): Mail {
  const { guest, event, call, link } = mail
  const t = wordsFor(guest.language)
  return {
    ...envelope(mail),
    subject,
    body: (
      <>
        <MailTitle>{event.title}</MailTitle>
        <MailFacts
          facts={[
            ...whenFacts(event, guest),
            event.place !== '' && { name: t('Where'), value: event.place },
            ...(call ? callFacts(call, t) : []),
          ]}
        />
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
        <MailText>{t('You cannot come after all? Tell us there with one click, and somebody else gets the seat.')}</MailText>
      </>
    ),
    why: whyAnswered(mail),
  }
}
