import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { paths } from './suppressions.paths.ts'

export type BlockingNews = {
  steward: { id: string; email: string }
  networkId: string
  language: Language
  baseUrl: string
  answer: string
  /** The day of it: stewards are told once a day. */
  day: string
}

/** Tells a steward that a mail server turned us away. No address is at fault, so nothing was stopped. */
export function blockingMail({ steward, networkId, language, baseUrl, answer, day }: BlockingNews): Mail {
  const t = wordsFor(language)
  return {
    to: steward,
    networkId,
    language,
    onceKey: `blocked ${steward.id} ${day}`,
    subject: t('A mail server turns our mail away'),
    body: (
      <>
        <MailTitle>{t('A mail server turns our mail away')}</MailTitle>
        <MailText>
          {t('It blames our server or our words, not the address. So no address was taken off, and people there may miss our mails.')}
        </MailText>
        <MailText>{t('It said: {{answer}}', { answer: answer.slice(0, 500) })}</MailText>
        <MailText>{t('Show this to whoever looks after your mail server.')}</MailText>
        <MailButton href={baseUrl + paths.blocked}>{t('See what servers said')}</MailButton>
      </>
    ),
    why: t('You get this at most once a day because you are a steward.'),
  }
}
