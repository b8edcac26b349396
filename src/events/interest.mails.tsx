import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { formatWhen } from '#platform/time'
import type { EventBrief } from './event.data.ts'

type Reader = { network: { id: string; name: string }; person: { id: string; email: string }; language: Language; link: string }

/** Asks the address. It holds no word of whoever typed it. */
export function interestAskMail({ network, person, language, link }: Reader, event: Pick<EventBrief, 'title'>): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Shall we tell you the date? {{title}}', { title: event.title }),
    body: (
      <>
        <MailTitle>{t('Shall we tell you the date?')}</MailTitle>
        <MailText>
          {t('Someone, we hope you, asked us to write to this address when the date of “{{title}}” is set.', { title: event.title })}
        </MailText>
        <MailText>{t('If it was you, open this link and press the button there.')}</MailText>
        <MailButton href={link}>{t('Yes, tell me when the date is set')}</MailButton>
        <MailText>{t('If it was not you, ignore this mail. Nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered on the page of “{{title}}”.', { title: event.title }),
  }
}

/** The date is set: the day, the hour, and the way to a seat. */
export function datedMail(
  { network, person, language, link }: Reader,
  event: EventBrief & { startsAt: Temporal.Instant },
  timeZone: string | null,
): Mail {
  const t = wordsFor(language)
  const when = formatWhen({ ...event, timeZone: timeZone ?? event.timeZone }, language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('The date is set: {{title}}', { title: event.title }),
    onceKey: `event-dated:${event.id}:${event.startsAt.epochMilliseconds}:${person.id}`,
    preheader: when,
    body: (
      <>
        <MailTitle>{t('The date is set')}</MailTitle>
        <MailText>{event.title}</MailText>
        <MailFacts facts={[{ name: t('When'), value: when }, event.place !== '' && { name: t('Where'), value: event.place }]} />
        <MailButton href={link}>{t('RSVP')}</MailButton>
      </>
    ),
    why: t('You asked us to tell you when this date is set. This is the only mail about it, unless you RSVP.'),
  }
}
