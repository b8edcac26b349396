import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { formatDay } from '#platform/time'

export type Owed = { title: string; due: Temporal.PlainDate; isAhead: boolean; link: string }
type Steward = { network: { id: string }; person: { id: string; email: string }; language: Language }

/** Reminds a steward of captions that were promised and are not there. */
export function captionsOwedMail({ network, person, language }: Steward, { title, due, isAhead, link }: Owed): Mail {
  const t = wordsFor(language)
  const day = formatDay(due.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant(), 'UTC', language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Captions are missing: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{title}</MailTitle>
        <MailText>
          {isAhead
            ? t('Its recording is shown without captions. They are promised for {{day}}.', { day })
            : t('Its recording is shown without captions. They were promised for {{day}}, and whoever does not hear still waits.', { day })}
        </MailText>
        <MailButton href={link}>{t('Add the captions')}</MailButton>
        <MailText>{t('Zoom, Teams and YouTube write them by themselves: download their file, and correct it here.')}</MailText>
      </>
    ),
    why: t('You get this as a steward, a week before, on the day, and each week after, until the captions are there.'),
  }
}
