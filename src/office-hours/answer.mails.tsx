import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor } from '#platform/text'
import type { Answer } from './answer.data.ts'
import type { Reader } from './question.mails.tsx'
import type { Answering } from './thread.ts'

/** Tells whoever asked, or has the same challenge, that there is an answer. */
export function answeredMail({ network, person, language, link, headers }: Reader & Answering, answer: Answer, isAsker: boolean): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    ...(headers && { headers }),
    subject: t('An answer: {{title}}', { title: answer.title }),
    preheader: answer.summary,
    body: (
      <>
        <MailTitle>{answer.title}</MailTitle>
        {answer.summary && <MailText>{answer.summary}</MailText>}
        <MailButton href={link}>{t('Read the answer')}</MailButton>
        <MailText>{t('In a month we ask you once whether it helped.')}</MailText>
      </>
    ),
    why: isAsker
      ? t('You get this because you brought this challenge to office hours.')
      : t('You get this because you said that you have the same challenge.'),
  }
}

/** A month later, one question with one press. */
export function didItHelpMail({ network, person, language, link }: Reader, answer: Pick<Answer, 'title'>): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Did it help? {{title}}', { title: answer.title }),
    body: (
      <>
        <MailTitle>{t('Did it help?')}</MailTitle>
        <MailText>
          {t('A month ago you got an answer: “{{title}}”. One press tells others whether it helped.', { title: answer.title })}
        </MailText>
        <MailButton href={link}>{t('Tell us')}</MailButton>
      </>
    ),
    why: t('You get this once, because this answer was for you. We count the presses and name nobody.'),
  }
}
