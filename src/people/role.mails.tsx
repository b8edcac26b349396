import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import type { Role } from './people.tables.ts'
import type { Place } from './place.ts'

export type RoleNews = Place & { person: { id: string; email: string; language: Language | null }; role: Role }

/** Tells someone that they look after the community now, or no longer. */
export function roleMail({ network, baseUrl, person, role }: RoleNews): Mail {
  const language = person.language ?? network.language
  const t = wordsFor(language)
  const community = network.name
  const news = {
    owner: t('You are an owner of {{community}} now', { community }),
    steward: t('You are a steward of {{community}} now', { community }),
    member: t('You are a member of {{community}} now', { community }),
  }[role]
  const meaning = {
    owner: t('You can do all that stewards do, change the settings, and give and take roles.'),
    steward: t('You can write pages and events, see who takes part, and send the update.'),
    member: t('You no longer look after the community for others. Your own things stay as they are.'),
  }[role]
  return {
    to: person,
    networkId: network.id,
    language,
    subject: news,
    why: t('You get this because an owner of the community changed your role.'),
    body: (
      <>
        <MailTitle>{news}</MailTitle>
        <MailText>{meaning}</MailText>
        <MailButton href={`${baseUrl}/me`}>{t('Open my page')}</MailButton>
      </>
    ),
  }
}
