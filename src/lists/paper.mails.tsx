import type { Config } from '#config'
import { leavePageLink, listHeaders, preferencesLink, type ShownList } from '#mailing'
import { MailButton, MailText, MailTitle } from '#platform/html'
import type { Mail } from '#platform/mail'
import type { Place } from '#people'
import { wordsFor, type Language } from '#platform/text'

export type PaperMail = Place & {
  config: Config
  person: { id: string; email: string }
  language: Language
  list: ShownList
  givenOn: Temporal.PlainDate
  where: string
}

/** Tells somebody that their signature on paper has put them on a list, and how to leave it with one click. */
export function paperMail({ network, baseUrl, config, person, language, list, givenOn, where }: PaperMail): Mail {
  const t = wordsFor(language)
  const day = givenOn.toLocaleString(`${language}-US`, { dateStyle: 'long' })
  const leave = leavePageLink({ network, baseUrl }, { listId: list.id, personId: person.id })
  return {
    to: person,
    networkId: network.id,
    language,
    subject: t('You are on the list {{list}}', { list: list.name }),
    headers: listHeaders({ config, network, list, personId: person.id }),
    body: (
      <>
        <MailTitle>{t('You are on the list {{list}}', { list: list.name })}</MailTitle>
        <MailText>
          {t('On {{day}} you agreed on paper to get it from {{network}} ({{where}}), so we have put you on it.', {
            day,
            network: network.name,
            where,
          })}
        </MailText>
        <MailText>{list.description}</MailText>
        <MailText>{t('If that was not you, or you have changed your mind, leave with one click:')}</MailText>
        <MailButton href={leave}>{t('Leave the list')}</MailButton>
        <MailText>
          <a href={preferencesLink({ network, baseUrl }, person.id)}>{t('Choose what you get')}</a>
        </MailText>
      </>
    ),
    why: t('You get this because your consent on paper was entered by a steward of {{network}}.', { network: network.name }),
    leave: { href: leave, words: t('Leave the list') },
  }
}
