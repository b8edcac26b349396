import { MailText, MailTitle } from '#platform/html'
import type { Visitor } from '#platform/http'
import type { Mail } from '#platform/mail'
import type { Place } from '#people'
import { wordsFor } from '#platform/text'
import { grouped } from './code.rules.ts'

type News = Place & { person: Visitor }

/** To the new address, which may be a stranger's: it carries no word that anybody typed. */
export function addressCodeMail({ network, person, email, code }: News & { email: string; code: string }): Mail {
  const language = person.language ?? network.language
  const t = wordsFor(language)
  return {
    to: { id: null, email },
    networkId: network.id,
    language,
    subject: t('Your code for {{community}}', { community: network.name }),
    why: t('You get this because someone, most likely you, wants to use this address here.'),
    body: (
      <>
        <MailTitle>{grouped(code)}</MailTitle>
        <MailText>{t('Type this code on the page where you asked for it. It works once, for 15 minutes.')}</MailText>
        <MailText>{t('If you did not ask for this, do nothing: your address stays as it is.')}</MailText>
      </>
    ),
  }
}

/** To the address that is no longer used. */
export function addressLeftMail({ network, person }: News): Mail {
  const language = person.language ?? network.language
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('Your address was changed'),
    why: t('You get this once, because this was your address here until now.'),
    body: (
      <>
        <MailTitle>{t('Your address was changed')}</MailTitle>
        <MailText>
          {t('{{community}} now writes to another address of yours, and you sign in with that one. All your other sessions have ended.', {
            community: network.name,
          })}
        </MailText>
        <MailText>{t('If it was not you, write to {{contact}} at once.', { contact: network.contactEmail })}</MailText>
      </>
    ),
  }
}
