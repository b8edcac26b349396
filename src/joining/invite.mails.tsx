import type { ShownList } from '#mailing'
import type { Place } from '#people'
import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { confirmLink } from './joining.paths.ts'

export type InvitationMail = Place & {
  person: { id: string; email: string }
  language: Language
  list: ShownList
  /** The steward's name. */
  inviter: string
}

/** Asks somebody onto a list: once, with one button. */
export function invitationMail({ network, baseUrl, person, language, list, inviter }: InvitationMail): Mail {
  const t = wordsFor(language)
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('An invitation to {{list}}', { list: list.name }),
    body: (
      <>
        <MailTitle>{t('An invitation to {{list}}', { list: list.name })}</MailTitle>
        <MailText>{t('{{name}} of {{network}} invites you to this list.', { name: inviter, network: network.name })}</MailText>
        <MailText>{list.description}</MailText>
        <MailText>{t('If you want it, open this link and press the button there.')}</MailText>
        <MailButton href={confirmLink({ network, baseUrl }, person.id)}>{t('Yes, send it to me')}</MailButton>
        <MailText>{t('If you do not, ignore this mail. Nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because a steward of {{network}} entered your address.', { network: network.name }),
  }
}
