import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'

export type ToSelf = { network: { id: string }; email: string; language: Language; title: string; link: string }

/** The link to a result. It holds no word of whoever answered: the address may be somebody else's. */
export function resultMail({ network, email, language, title, link }: ToSelf): Mail {
  const t = wordsFor(language)
  return {
    to: { id: null, email },
    networkId: network.id,
    language,
    subject: t('Your result: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{t('Your result is kept here')}</MailTitle>
        <MailText>{t('Someone, we hope you, answered “{{title}}” and gave this address.', { title })}</MailText>
        <MailButton href={link}>{t('See the result')}</MailButton>
        <MailText>{t('Do it again from that page, and you see what has changed. Whoever has the link can read the result.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered beside a result.'),
  }
}
