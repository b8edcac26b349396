import { MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import type { Place } from './place.ts'

/** The last mail to an address that belongs to nobody here any more. */
export function goodbyeMail({ network, leaver }: Place & { leaver: { email: string; language: Language | null } }): Mail {
  const language = leaver.language ?? network.language
  const t = wordsFor(language)
  return {
    to: { id: null, email: leaver.email },
    networkId: network.id,
    language,
    subject: t('You have left {{community}}', { community: network.name }),
    why: t('This is the last mail. It confirms that you are forgotten here.'),
    body: (
      <>
        <MailTitle>{t('Goodbye, and thank you')}</MailTitle>
        <MailText>
          {t('Your name, your address and all that spoke of you are deleted. What counts people counts on without saying who.')}
        </MailText>
        <MailText>{t('If it was not you who left, write to {{contact}}.', { contact: network.contactEmail })}</MailText>
      </>
    ),
  }
}
