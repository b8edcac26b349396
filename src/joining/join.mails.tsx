import { preferencesLink, type ShownList } from '#mailing'
import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { confirmAddress } from './confirm.address.ts'
import { confirmLink } from './joining.paths.ts'

type Reader = {
  network: { id: string; name: string; secret: Buffer }
  baseUrl: string
  person: { id: string; email: string }
  language: Language
  /** The domain at which we read answers to our mails, if we do. */
  answersAt?: string | null
}

/** Asks the address. It holds no word that the visitor typed: whoever wants to mail adverts to strangers finds no room for them. */
export function confirmMail({ lists, ...reader }: Reader & { lists: ShownList[] }): Mail {
  const { network, person, language, answersAt } = reader
  const t = wordsFor(language)
  return {
    ...addressed(reader),
    ...(answersAt ? { headers: { 'Reply-To': confirmAddress(network, person.id, answersAt) } } : {}),
    subject: t('Please confirm: {{lists}}', { lists: inOneLine(lists, language) }),
    body: (
      <>
        <MailTitle>{t('Do you want our mails?')}</MailTitle>
        <MailText>
          {t('Someone, we hope you, asked us to send {{lists}} from {{network}} to this address.', {
            lists: inOneLine(lists, language),
            network: network.name,
          })}
        </MailText>
        <MailText>{t('If it was you, open this link and press the button there.')}</MailText>
        <MailButton href={confirmLink(reader, person.id)}>{t('Yes, send them to me')}</MailButton>
        {answersAt && <MailText>{t('Or answer this mail with the one word “yes”.')}</MailText>}
        <MailText>{t('If it was not you, ignore this mail. Nothing more will come.')}</MailText>
      </>
    ),
    why: t('You get this once because this address was entered in our form to join the mailing list.'),
  }
}

/** To someone who asks again though they are on the list: the way to what they may have looked for. */
export function alreadyMail(reader: Reader): Mail {
  const { network, person, language } = reader
  const t = wordsFor(language)
  return {
    ...addressed(reader),
    subject: t('You are on the mailing list already'),
    body: (
      <>
        <MailTitle>{t('You are on the list')}</MailTitle>
        <MailText>
          {t(
            'Someone, we hope you, asked {{network}} to add this address to the mailing list. It is there already, so there is nothing to confirm.',
            { network: network.name },
          )}
        </MailText>
        <MailText>
          {t('If our mails do not reach you, look into the folder for unwanted mail. Choose what you get, and change your details, here:')}
        </MailText>
        <MailButton href={preferencesLink(reader, person.id)}>{t('Choose what you get')}</MailButton>
      </>
    ),
    why: t('You get this once because this address was entered in our form to join the mailing list.'),
  }
}

const addressed = ({ network, person, language }: Reader) => ({
  to: person,
  networkId: network.id,
  language,
})

const inOneLine = (lists: ShownList[], language: Language) => new Intl.ListFormat(language).format(lists.map(({ name }) => name))
