import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Visitor } from '#platform/http'
import type { Mail } from '#platform/mail'
import type { Place } from '#people'
import { wordsFor } from '#platform/text'
import { paths } from './sign-in.paths.ts'

/** Tells the person of a new way into their account. */
export function passkeyMail({ network, baseUrl, person }: Place & { person: Visitor }): Mail {
  const language = person.language ?? network.language
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('A passkey was added'),
    why: t('You get this because a way to sign in as you was added.'),
    body: (
      <>
        <MailTitle>{t('A passkey was added')}</MailTitle>
        <MailText>
          {t('From now on you can sign in to {{community}} with it. If it was not you, remove it and end the other sessions.', {
            community: network.name,
          })}
        </MailText>
        <MailButton href={baseUrl + paths.passkeys}>{t('Look at my passkeys')}</MailButton>
      </>
    ),
  }
}
