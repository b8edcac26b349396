import { recordedWords } from '#consents'
import { rsvpLink, type Call, type Event } from '#events'
import type { VNode } from 'preact'
import { MailButton, MailFacts, MailText, MailTitle, renderFragment } from '#platform/html'
import type { CalendarEntry } from '#platform/calendar'
import { remembered } from '#platform/time'
import type { Mail } from '#platform/mail'
import { wordsFor } from '#platform/text'
import { callFacts, guestEntry, heldOf, invitationPart, type Standing } from './invitation.ts'
import { whenFacts } from './when.mails.tsx'
import type { RsvpGuest } from './rsvp-guest.ts'

/** All a mail to a guest is made of. */
export type ToGuest = {
  network: { id: string; name: string }
  baseUrl: string
  /** The address that invites. */
  organizer: string
  guest: RsvpGuest
  event: Event
  call: Call | null
  standing: Standing
  /** The entry of the series in their calendar, where this event is a date of it. */
  series?: CalendarEntry[] | undefined
  /** Their own page for this event. */
  link: string
  now: Temporal.Instant
}

type Place = Pick<ToGuest, 'baseUrl' | 'organizer'> & { network: ToGuest['network'] & { secret: Buffer } }

export const toGuest = (
  place: Place,
  about: Pick<ToGuest, 'guest' | 'event' | 'call' | 'standing' | 'series'>,
  now: Temporal.Instant,
): ToGuest => ({
  ...about,
  network: place.network,
  baseUrl: place.baseUrl,
  organizer: place.organizer,
  link: rsvpLink(place, { eventId: about.event.id, personId: about.guest.id }),
  now,
})

/** Asks the address. It holds no word of whoever typed it. */
export function askMail({ network, guest, event, link }: Pick<ToGuest, 'network' | 'guest' | 'event' | 'link'>): Mail {
  const t = wordsFor(guest.language)
  return {
    ...envelope({ network, guest }),
    subject: t('Please confirm your RSVP: {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('Are you coming?')}</MailTitle>
        <MailText>
          {t('Someone, we hope you, entered this address to RSVP. If it was you, open this link and press the button there.')}
        </MailText>
        <MailFacts facts={[{ name: t('What'), value: event.title }, ...whenFacts(event, guest)]} />
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
        <MailText>{t('If it was not you, ignore this mail. Nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered on the page of “{{title}}”.', { title: event.title }),
  }
}

/** A seat: how to dial in, an entry for the calendar, the way to change one's mind. */
export const seatedMail = (mail: ToGuest, promoted = false): Mail => ({
  ...letter(promoted ? 'promoted' : 'seated', mail, (shared) => seatedWords(shared, promoted)),
  ...invited(mail),
})

function seatedWords({ guest, event, call, link }: ToGuest, promoted: boolean): Words {
  const t = wordsFor(guest.language)
  const { title } = event
  return {
    subject: promoted ? t('You have a seat now: {{title}}', { title }) : t('You are coming: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{promoted ? t('You have a seat now') : t('You are coming')}</MailTitle>
        {promoted && (
          <MailText>
            {t(
              'A seat came free, and you were next on the waiting list. If you cannot come any more, give it back on your page, so that the next person gets it.',
            )}
          </MailText>
        )}
        <MailFacts
          facts={[
            { name: t('What'), value: title },
            ...whenFacts(event, guest),
            event.place !== '' && { name: t('Where'), value: event.place },
            ...(call ? callFacts(call, t) : []),
          ]}
        />
        {event.isRecorded && <MailText>{recordedWords(t)}</MailText>}
        <MailText>{t('Keep the link and the numbers to yourself: everybody who comes gets their own mail.')}</MailText>
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
        <MailText>
          {t('There you can change your mind, send the hosts a question, and add the date to your calendar if it is not there yet.')}
        </MailText>
      </>
    ),
    why: whyAnswered({ guest, event }),
  }
}

/** No seat yet: what happens next. */
export const waitingMail = (mail: ToGuest): Mail => ({ ...letter('waiting', mail, waitingWords), ...invited(mail) })

function waitingWords({ guest, event, link }: ToGuest): Words {
  const t = wordsFor(guest.language)
  return {
    subject: t('You are on the waiting list: {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('You are on the waiting list')}</MailTitle>
        <MailText>
          {t('All seats are taken just now. When one comes free it goes to the next on the list, and we write to you at once.')}
        </MailText>
        <MailFacts facts={[{ name: t('What'), value: event.title }, ...whenFacts(event, guest)]} />
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
        <MailText>{t('There you see your place in the list, and can leave it.')}</MailText>
      </>
    ),
    why: whyAnswered({ guest, event }),
  }
}

/** Not coming any more: the calendar drops the entry. */
export function withdrawnMail(mail: ToGuest): Mail {
  const { guest, event, link } = mail
  const t = wordsFor(guest.language)
  return {
    ...envelope(mail),
    subject: t('You are not coming: {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('You are not coming')}</MailTitle>
        <MailText>{t('Thank you for telling us. Your seat goes to somebody else, and the date is taken out of your calendar.')}</MailText>
        <MailFacts facts={[{ name: t('What'), value: event.title }, ...whenFacts(event, guest)]} />
        <MailText>{t('Should you be able to come after all, RSVP again on your page.')}</MailText>
        <MailButton href={link}>{t('Open my RSVP')}</MailButton>
      </>
    ),
    why: whyAnswered(mail),
    ...invited(mail),
  }
}

type Words = { subject: string; body: VNode; why: string }
type Letter = Omit<Words, 'body'> & { html: string }

const letters = remembered<Letter>(300)
const linkPlace = 'https://link.invalid/own'

/**
 * A mail that goes to many in the same words, written once: each gets their own link put in. The words are made of nothing
 * but what the key holds.
 */
function letter(kind: string, mail: ToGuest, write: (mail: ToGuest) => Words): Mail {
  const { guest, event, call } = mail
  const { title, place, startsAt, endsAt, timeZone, isRecorded } = event
  const key = JSON.stringify([kind, guest.language, guest.timeZone, title, place, startsAt, endsAt, timeZone, isRecorded, call])
  const { html, ...words } = letters(key, () => {
    const { body, ...rest } = write({ ...mail, link: linkPlace })
    return { ...rest, html: renderFragment(body) }
  })
  return { ...envelope(mail), ...words, body: { html: html.replaceAll(linkPlace, mail.link) } }
}

export const envelope = ({ network, guest }: Pick<ToGuest, 'network' | 'guest'>) => ({
  to: { id: guest.id, email: guest.email },
  networkId: network.id,
  language: guest.language,
})

export const whyAnswered = ({ guest, event }: Pick<ToGuest, 'guest' | 'event'>) =>
  wordsFor(guest.language)('You get this because you answered the invitation to “{{title}}” with this address.', { title: event.title })

/** The calendar's part of the mail, once the event has a date. */
export function invited(mail: ToGuest) {
  if (mail.series) return { calendar: seriesPart(mail.series, mail) }
  const held = heldOf(mail.event)
  if (!held) return {}
  const entry = guestEntry(held, mail.call, mail.standing, { baseUrl: mail.baseUrl, language: mail.guest.language })
  return { calendar: invitationPart([entry], mail.standing.answer, mail) }
}

/** The one entry of a series: each of its dates says whether the guest has a seat there. */
export const seriesPart = (entries: CalendarEntry[], inviting: Pick<ToGuest, 'network' | 'organizer' | 'guest' | 'now'>) =>
  invitationPart(entries, 'seated', inviting)
