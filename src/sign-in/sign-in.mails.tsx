import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import type { Place } from '#people'
import { wordsFor, type Language } from '#platform/text'
import { grouped } from './code.rules.ts'

export type SignInNews = Place & { to: { id: string | null; email: string }; language: Language; code: string; link: string }

/** Carries no word that the visitor typed: whoever gets it may never have heard of us. */
export function signInMail({ network, to, language, code, link }: SignInNews): Mail {
  const t = wordsFor(language)
  return {
    to,
    networkId: network.id,
    language,
    subject: t('Your code for {{community}}', { community: network.name }),
    why: t('You get this because someone, most likely you, asked to sign in with this address.'),
    body: (
      <>
        <MailTitle>{grouped(code)}</MailTitle>
        <MailText>
          {t('Type this code on the page where you asked for it. Or use the button to sign in on the device you are reading this on.')}
        </MailText>
        <MailButton href={link}>{t('Sign in')}</MailButton>
        <MailText>
          {t('Either works, once, within 15 minutes. If you did not ask for this, do nothing: nobody gets in without this mail.')}
        </MailText>
      </>
    ),
  }
}
