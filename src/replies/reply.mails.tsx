import { MailButton, MailFacts, MailText, MailTitle, MailWords } from '#platform/html'
import type { Mail } from '#platform/mail'
import type { LetterFile } from '#platform/mail-in'
import { wordsFor, type Language, type Words } from '#platform/text'

type To = { to: { id: string | null; email: string }; networkId: string; language: Language }

export type PassedOn = To & {
  letter: { from: string; address: string | null; sentTo: string; subject: string; words: string; files: LetterFile[] }
  onceKey: string
}

/** What somebody wrote to the community, for those who look after it: an answer to it goes to whoever wrote. */
export function passedOnMail({ letter, ...mail }: PassedOn): Mail {
  const t = wordsFor(mail.language)
  const subject = letter.subject || t('(no subject)')
  return {
    ...mail,
    subject: t('Mail to you: {{subject}}', { subject: subject.slice(0, 200) }),
    headers: letter.address === null ? {} : { 'Reply-To': letter.address },
    body: (
      <>
        <MailTitle>{subject.slice(0, 200)}</MailTitle>
        <MailFacts
          facts={[
            { name: t('Sender'), value: letter.from },
            { name: t('To'), value: letter.sentTo },
            letter.files.length > 0 && { name: t('Files'), value: namesOf(t, mail.language, letter.files) },
          ]}
        />
        {letter.files.length > 0 && (
          <MailText>
            {t('Files are not passed on, since a file may do harm. If you need one and know the sender, ask them for it.')}
          </MailText>
        )}
        <MailWords>{letter.words}</MailWords>
      </>
    ),
    why: t('You get this because somebody wrote to the community. Answer it, and your answer goes to them.'),
  }
}

const mostNamed = 10

/** Each with its name and size, the first ten of them. */
function namesOf(t: Words, language: Language, files: LetterFile[]): string {
  const size = (bytes: number) =>
    (bytes / 1024).toLocaleString(`${language}-US`, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: bytes < 10_240 ? 1 : 0 })
  const named = files.slice(0, mostNamed).map(({ name, bytes }) => `${name || t('without a name')} (${size(bytes)})`)
  const more = files.length - named.length
  return [...named, ...(more > 0 ? [t('and {{count}} more', { count: more })] : [])].join(', ')
}

/** To somebody who answered the mail to confirm with more than a yes. */
export function unclearMail({ link, ...mail }: To & { link: string }): Mail {
  const t = wordsFor(mail.language)
  return {
    ...mail,
    headers: { 'Auto-Submitted': 'auto-replied' },
    subject: t('We were not sure that you said yes'),
    body: (
      <>
        <MailTitle>{t('Do you want our mails?')}</MailTitle>
        <MailText>{t('Thank you for your answer. We passed it on to the people who run the community.')}</MailText>
        <MailText>
          {t('A program reads for the word “yes” and did not find it. If you want our mails, open this link and press the button there.')}
        </MailText>
        <MailButton href={link}>{t('Yes, send them to me')}</MailButton>
      </>
    ),
    why: t('You get this once because you answered a mail of ours.'),
  }
}

/** To somebody who said yes by mail. */
export function joinedMail({ link, ...mail }: To & { link: string }): Mail {
  const t = wordsFor(mail.language)
  return {
    ...mail,
    headers: { 'Auto-Submitted': 'auto-replied' },
    subject: t('You are on the list'),
    body: (
      <>
        <MailTitle>{t('You are on the list')}</MailTitle>
        <MailText>{t('Thank you for your yes. Choose what you get, and change your details, here:')}</MailText>
        <MailButton href={link}>{t('Choose what you get')}</MailButton>
      </>
    ),
    why: t('You get this once because you answered a mail of ours.'),
  }
}

/** To a reader who asked to leave: done, where their mail proved itself; otherwise the way there. */
export function leavingMail({ link, isDone, ...mail }: To & { link: string; isDone: boolean }): Mail {
  const t = wordsFor(mail.language)
  const title = isDone ? t('You have left our lists') : t('Do you want to leave our lists?')
  return {
    ...mail,
    headers: { 'Auto-Submitted': 'auto-replied' },
    subject: title,
    body: (
      <>
        <MailTitle>{title}</MailTitle>
        <MailText>
          {isDone
            ? t('You get no more mail of our lists. If you want some of it back, choose here:')
            : t('Somebody wrote to us in your name and asked to leave. If it was you, choose here what you get, or nothing:')}
        </MailText>
        <MailButton href={link}>{t('Choose what you get')}</MailButton>
      </>
    ),
    why: t('You get this once because you answered a mail of ours.'),
  }
}
