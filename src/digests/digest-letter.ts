import type { Config } from '#config'
import { fillGeneral, type Frame, type Letter, type Piece } from '#letters'
import { readerLinks } from '#mailing'
import type { Here } from '#platform/http'
import { wordsFor, xmlText, type Language } from '#platform/text'
import type { EditionOfDigest } from './digest.data.ts'

export type Setting = { network: Here; config: Pick<Config, 'baseUrl'>; month: Temporal.PlainDate; language: Language }

/** The digest of some editions: list by list, each edition's title, its summary, and the way to its web copy. */
export function digestLetter({ network, month, language }: Setting, editions: EditionOfDigest[]): Letter {
  const t = wordsFor(language)
  const name = month.toLocaleString(`${language}-US`, { month: 'long', year: 'numeric' })
  return {
    subject: t('{{network}} in {{month}}', { network: network.name, month: name }),
    preheader: editions.map((edition) => briefOf(edition, language).subject).join(' · '),
    language,
    pieces: [...Map.groupBy(editions, ({ list }) => list[language])].map(([list, theirs]) => pieceOf(list, theirs, language)),
  }
}

function pieceOf(list: string, editions: EditionOfDigest[], language: Language): Piece {
  const t = wordsFor(language)
  const entries = editions.map((edition) => {
    const { subject, preheader } = briefOf(edition, language)
    const title = `<a href="/updates/${edition.slug}"><strong>${xmlText(subject)}</strong></a>`
    const toSome = edition.sentToSegment === null ? '' : t('This one was sent to a part of the list. You are in that part.')
    return `<p>${[title, xmlText(preheader), xmlText(toSome)].filter(Boolean).join('<br>')}</p>`
  })
  return { block: editions[0]?.id ?? '', type: 'words', language, html: `<h2>${xmlText(list)}</h2>${entries.join('')}` }
}

/** Without names: what an edition said to each reader alone it says to nobody here. */
function briefOf({ letters, slug }: EditionOfDigest, language: Language) {
  const { subject, preheader } = letters?.[language] ?? { subject: slug, preheader: '' }
  return { subject: fillGeneral(subject, language), preheader: fillGeneral(preheader, language) }
}

/** What stands around it: that it comes because they chose one mail a month, and how to leave all lists of it. */
export function digestFrame({ network, config, language }: Setting, editions: EditionOfDigest[]): Frame {
  const t = wordsFor(language)
  const lists = new Intl.ListFormat(language).format(new Set(editions.map(({ list }) => list[language])))
  return {
    network,
    baseUrl: config.baseUrl,
    language,
    list: digestName(language),
    why: t('You get this because you joined {{lists}} and chose one mail a month.', { lists }),
    links: { web: `${config.baseUrl}/updates`, ...readerLinks(config.baseUrl) },
  }
}

export function digestName(language: Language): string {
  const t = wordsFor(language)
  return t('Monthly digest')
}
