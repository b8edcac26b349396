import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { editionPaths as paths } from '#editions'

type Where = { network: { id: string; language: Language }; baseUrl: string; slug: string; subject: string }
type To = { id: string; email: string; language: Language | null }

/** Asks a steward to read an edition and to give their word. */
export function approvalAskedMail({ network, baseUrl, slug, subject }: Where, to: To, name: string): Mail {
  const language = to.language ?? network.language
  const t = wordsFor(language)
  const news = t('{{name}} asks you to approve “{{subject}}”', { name, subject })
  return {
    to,
    networkId: network.id,
    language,
    subject: news,
    why: t('You get this because you look after the community, and a second steward approves each update.'),
    body: (
      <>
        <MailTitle>{news}</MailTitle>
        <MailText>
          {t('Read it, then approve it or send it back with a note. It is sent only once you or another steward have approved it.')}
        </MailText>
        <MailButton href={baseUrl + paths.send(slug)}>{t('Read and decide')}</MailButton>
      </>
    ),
  }
}

export type Decision = { name: string; verdict: 'approved' | 'sent-back'; note: string }

/** Tells who asked what the other steward said. */
export function verdictMail({ network, baseUrl, slug, subject }: Where, to: To, { name, verdict, note }: Decision): Mail {
  const language = to.language ?? network.language
  const t = wordsFor(language)
  const news =
    verdict === 'approved'
      ? t('{{name}} has approved “{{subject}}”', { name, subject })
      : t('{{name}} sends “{{subject}}” back', { name, subject })
  return {
    to,
    networkId: network.id,
    language,
    subject: news,
    why: t('You get this because you asked for it to be approved.'),
    body: (
      <>
        <MailTitle>{news}</MailTitle>
        {note && <MailText>{note}</MailText>}
        <MailButton href={baseUrl + paths.send(slug)}>{verdict === 'approved' ? t('Send it') : t('Open the update')}</MailButton>
      </>
    ),
  }
}
