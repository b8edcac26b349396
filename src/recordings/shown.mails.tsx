import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import type { Webinar } from '#webinars'

export type Registrant = { network: { id: string }; person: { id: string; email: string }; language: Language; link: string }

/** Tells whoever registered that what they missed, or want to hear again, is there. */
export function recordingShownMail({ network, person, language, link }: Registrant, webinar: Webinar): Mail {
  const t = wordsFor(language)
  const { title, summary, hasSlides, hasTranscript } = webinar
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('The recording: {{title}}', { title }),
    preheader: summary,
    body: (
      <>
        <MailTitle>{title}</MailTitle>
        {summary && <MailText>{summary}</MailText>}
        <MailText>
          {hasSlides ? t('The recording is there, and the slides with it.') : t('The recording is there.')}{' '}
          {hasTranscript && t('You can also read and search what was said.')}
        </MailText>
        <MailButton href={link}>{t('Watch the recording')}</MailButton>
      </>
    ),
    why: t('You get this once, because you registered for this webinar.'),
  }
}
