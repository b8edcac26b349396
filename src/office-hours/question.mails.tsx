import { MailButton, MailFacts, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import type { Sharing, Wish } from './office-hours.tables.ts'
import type { Answering } from './thread.ts'
import { wishWords } from './question.words.ts'

export type Reader = { network: { id: string; name: string }; person: { id: string; email: string }; language: Language; link: string }

/** Asks the address. It holds no word of whoever typed it. */
export function confirmQuestionMail({ network, person, language, link }: Reader): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Bring this challenge to office hours?'),
    body: (
      <>
        <MailTitle>{t('One press, and the hosts see your challenge')}</MailTitle>
        <MailText>{t('Someone, we hope you, described a challenge and gave this address.')}</MailText>
        <MailText>{t('If it was you, open this link. You can read it once more, change it, and press the button there.')}</MailText>
        <MailButton href={link}>{t('Read it and bring it')}</MailButton>
        <MailText>{t('If it was not you, ignore this mail. Nobody sees it, and nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered with a challenge for office hours.'),
  }
}

/** Says that it arrived, and where it can be changed. */
export function questionKeptMail({ network, person, language, link, headers }: Reader & Answering): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    ...(headers && { headers }),
    subject: t('Your challenge is with the hosts'),
    body: (
      <>
        <MailTitle>{t('Your challenge is with the hosts')}</MailTitle>
        <MailText>{t('They read it before the call. When there is an answer, we write to you.')}</MailText>
        {headers && <MailText>{t('Answer this mail, and your words go to the hosts.')}</MailText>}
        <MailButton href={link}>{t('See it, change it or withdraw it')}</MailButton>
      </>
    ),
    why: t('You get this because you brought a challenge to office hours.'),
  }
}

type Came = { stage: string; happened: string; tried: string; wish: Wish | null; sharing: Sharing }

/** Tells stewards what came, so that they can think before the call. */
export function questionCameMail({ network, person, language, link, headers }: Reader & Answering, came: Came, name: string): Mail {
  const t = wordsFor(language)
  const { stage, happened, tried, wish, sharing } = came
  return {
    to: person,
    networkId: network.id,
    language,
    ...(headers && { headers }),
    subject: t('A challenge for office hours'),
    body: (
      <>
        <MailTitle>{t('A challenge for office hours')}</MailTitle>
        <MailFacts
          facts={[
            { name: t('From'), value: name },
            stage !== '' && { name: t('Stage'), value: stage },
            { name: t('What happened'), value: happened },
            tried !== '' && { name: t('What they tried'), value: tried },
            wish !== null && { name: t('What they want'), value: wishWords(t)[wish] },
            sharing === 'not-at-all' && { name: t('Sharing'), value: t('For the hosts alone') },
          ]}
        />
        {headers && <MailText>{t('Answer this mail, and your words go to whoever asked.')}</MailText>}
        <MailButton href={link}>{t('Open the challenge')}</MailButton>
      </>
    ),
    why: t('You get this because you look after this community.'),
  }
}

/** Asks whoever has the same challenge. */
export function confirmMeTooMail({ network, person, language, link }: Reader): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Shall we tell you the answer?'),
    body: (
      <>
        <MailTitle>{t('Shall we tell you the answer?')}</MailTitle>
        <MailText>{t('Someone, we hope you, said that you have the same challenge as another person here.')}</MailText>
        <MailButton href={link}>{t('Yes, me too')}</MailButton>
        <MailText>{t('If it was not you, ignore this mail. Nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered beside a challenge for office hours.'),
  }
}
