import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language, type Words } from '#platform/text'

export type Told = { id: string; email: string; language: Language | null; timeZone: string | null }

export type StewardNews = {
  network: { id: string; language: Language; timeZone: string }
  person: Told
  /** Where it is decided. */
  href: string
  /** Two tellings of the same news become one. */
  onceKey: string
  say: (t: Words, language: Language, timeZone: string) => { title: string; text: string; button: string }
}

/** Tells a steward that an edition waits for somebody to decide. */
export function stewardNewsMail({ network, person, href, onceKey, say }: StewardNews): Mail {
  const language = person.language ?? network.language
  const t = wordsFor(language)
  const { title, text, button } = say(t, language, person.timeZone ?? network.timeZone)
  return {
    to: person,
    networkId: network.id,
    language,
    onceKey: `${onceKey}:${person.id}`,
    subject: title,
    why: t('You get this because you look after the community’s updates.'),
    body: (
      <>
        <MailTitle>{title}</MailTitle>
        <MailText>{text}</MailText>
        <MailButton href={href}>{button}</MailButton>
      </>
    ),
  }
}
