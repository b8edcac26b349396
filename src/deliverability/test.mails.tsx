import { MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'

type TestMail = { networkId: string; to: { id: string | null; email: string }; language: Language; community: string }

/** A mail to oneself, to look at what receivers say of it. */
export function deliverabilityMail({ networkId, to, language, community }: TestMail): Mail {
  const t = wordsFor(language)
  const title = t('A test from {{community}}', { community })
  return {
    to,
    networkId,
    language,
    subject: title,
    why: t('You get this because you asked for a test.'),
    body: (
      <>
        <MailTitle>{title}</MailTitle>
        <MailText>
          {t('It arrived. Look at “show original” or “message source” in your mail program: SPF, DKIM and DMARC should each say “pass”.')}
        </MailText>
      </>
    ),
  }
}
