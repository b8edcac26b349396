import type { Event } from '#events'
import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language, type Words } from '#platform/text'
import type { Side } from './surveys.tables.ts'

export type ToAsked = {
  network: { id: string }
  person: { id: string; email: string }
  language: Language
  event: Pick<Event, 'title' | 'isRecorded'>
  side: Side
  link: string
  /** Where the recording can be seen by now. */
  recording: string | null
}

/** One mail after a gathering: a few questions for those who came, others for those who could not. */
export function surveyMail({ network, person, language, event, side, link, recording }: ToAsked): Mail {
  const t = wordsFor(language)
  const { title } = event
  const came = side === 'came'
  return {
    to: person,
    networkId: network.id,
    language,
    subject: came ? t('How was it? {{title}}', { title }) : t('We missed you: {{title}}', { title }),
    body: (
      <>
        <MailTitle>{came ? t('How was it?') : t('We missed you')}</MailTitle>
        <MailText>
          {came
            ? t('You were at “{{title}}”. Tell us in two minutes what it was good for; it shapes what comes next.', { title })
            : t('You had a seat at “{{title}}” and could not be there. Tell us in a minute what kept you, so that we can do better.', {
                title,
              })}
        </MailText>
        {!came && <Missed t={t} isRecorded={event.isRecorded} recording={recording} />}
        <MailButton href={link}>{t('Answer the questions')}</MailButton>
        <MailText>{t('The hosts read what people say together, without names. You need no account.')}</MailText>
      </>
    ),
    why: t('You get this once, because you had a seat at “{{title}}”.', { title }),
  }
}

/** For who could not be there: where it can be seen, or that it will come. */
function Missed({ t, isRecorded, recording }: { t: Words; isRecorded: boolean; recording: string | null }) {
  if (recording)
    return (
      <MailText>
        <a href={recording}>{t('Watch the recording')}</a>
      </MailText>
    )
  return isRecorded ? <MailText>{t('The call was recorded. We write to you as soon as the recording can be seen.')}</MailText> : null
}
