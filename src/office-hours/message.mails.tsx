import { MailButton, MailText, MailTitle, MailWords } from '#platform/html'
import type { Mail } from '#platform/mail'
import type { LetterFile } from '#platform/mail-in'
import { wordsFor } from '#platform/text'
import type { Answering } from './thread.ts'
import type { Reader } from './question.mails.tsx'
import { fileNames } from './question.words.ts'

type Said = { name: string; words: string; files: LetterFile[] }

/** A host's words to whoever asked, ahead of the call or after it. */
export function hostReplyMail({ network, person, language, link, headers }: Reader & Answering, { name, words, files }: Said): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    ...(headers && { headers }),
    subject: t('About your challenge'),
    body: (
      <>
        <MailTitle>{t('About your challenge')}</MailTitle>
        <MailText>{name ? t('{{name}}, a host, writes:', { name }) : t('A host writes:')}</MailText>
        <MailWords>{words}</MailWords>
        {files.length > 0 && <MailText>{t('Files that are not passed on: {{names}}', { names: fileNames(files, t) })}</MailText>}
        {headers && <MailText>{t('Answer this mail, and your words go to the hosts.')}</MailText>}
        <MailButton href={link}>{t('See your challenge')}</MailButton>
      </>
    ),
    why: t('You get this because you brought a challenge to office hours.'),
  }
}

/** What whoever asked wrote, for those who will hear it. */
export function askerReplyMail({ network, person, language, link, headers }: Reader & Answering, { name, words, files }: Said): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    ...(headers && { headers }),
    subject: t('More about a challenge'),
    body: (
      <>
        <MailTitle>{t('More about a challenge')}</MailTitle>
        <MailText>{t('{{name}} writes:', { name })}</MailText>
        <MailWords>{words}</MailWords>
        {files.length > 0 && <MailText>{t('Files that are not passed on: {{names}}', { names: fileNames(files, t) })}</MailText>}
        {headers && <MailText>{t('Answer this mail, and your words go to whoever asked.')}</MailText>}
        <MailButton href={link}>{t('Open the challenge')}</MailButton>
      </>
    ),
    why: t('You get this because you look after this community.'),
  }
}
