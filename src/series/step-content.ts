import type { Config } from '#config'
import { absoluteHtml, inLanguage, letterWords, pieceOfWriting, withListNamed, type Letter } from '#letters'
import { listHeaderTemplates, readerLinks, shownIn, type List } from '#mailing'
import { mailHtml, mailText } from '#platform/html'
import type { Here } from '#platform/http'
import { wordsFor, type Language } from '#platform/text'
import type { Step } from './series.data.ts'

export type Setting = { network: Here; config: Config; list: List }

/** A step as it goes to readers of one language, but for `{{what}}` differs from one to the other. */
export function stepContent({ subject, body }: Pick<Step, 'subject' | 'body'>, { network, config, list }: Setting, language: Language) {
  const t = wordsFor(language)
  const shown = shownIn(list, language)
  const letter = withListNamed(letterOf({ subject, body }, language), shown.name)
  const layout = {
    network,
    language,
    body: bodyOf(letter, config.baseUrl),
    why: t('You get this because you are on the list {{list}}. A few such mails come one after the other, and then they end.', {
      list: shown.name,
    }),
    leave: { href: readerLinks(config.baseUrl).leave, words: t('Leave the list') },
  }
  return {
    networkId: network.id,
    kind: 'series',
    language,
    subject: letter.subject,
    html: mailHtml(layout),
    text: mailText(layout),
    headers: listHeaderTemplates({ config, list: shown }),
  }
}

/** A step as a letter with one piece, so that its merge fields are those of editions. */
export function letterOf({ subject, body }: Pick<Step, 'subject' | 'body'>, language: Language): Letter {
  const piece = pieceOfWriting({ id: 'words1', v: 1, type: 'words', text: body }, language)
  const title = letterWords(inLanguage(subject, language).text, language)
  return { subject: title, preheader: '', language, pieces: piece ? [piece] : [] }
}

export function bodyOf({ pieces, language }: Letter, baseUrl: string): string {
  const [piece] = pieces
  if (piece?.type !== 'words') return ''
  const html = absoluteHtml(piece.html, baseUrl)
  return piece.language === language ? html : `<div lang="${piece.language}">${html}</div>`
}
