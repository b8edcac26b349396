import { markdown, type Language } from '#platform/text'
import { inLanguage, type Block } from './block.rules.ts'
import type { Piece } from './letter.rules.ts'
import { fillGeneral } from './fill.rules.ts'
import { withFallbacks, withoutOddFields } from './merge-field.rules.ts'

/** A writer's words as they go into a letter: fields that we know, each with words for when it is not known. */
export const letterWords = (text: string, language: Language): string => withFallbacks(withoutOddFields(text), language)

/** What was written in the reader's language, or in another where that one is missing; nothing when it is not finished. */
export function pieceOfWriting(
  block: Extract<Block, { type: 'words' | 'picture' | 'button' | 'personal' }>,
  reader: Language,
): Piece | null {
  if (block.type === 'words') return wordsPiece(block, reader)
  if (block.type === 'picture') return picturePiece(block, reader)
  if (block.type === 'personal') return personalOf(block, reader)
  const { text: label, language } = inLanguage(block.label, reader)
  return label && block.href
    ? { block: block.id, type: 'button', language, label: letterWords(label, language), href: plainHref(block.href) }
    : null
}

function wordsPiece({ id, text }: Extract<Block, { type: 'words' }>, reader: Language): Piece | null {
  const found = inLanguage(text, reader)
  const html = withBars(markdown(withoutBars(letterWords(found.text, found.language)))).replaceAll(/<[^>]*>/g, (tag) => plainHref(tag))
  return html.trim() ? { block: id, type: 'words', language: found.language, html } : null
}

function personalOf({ id, about, otherwise }: Extract<Block, { type: 'personal' }>, reader: Language): Piece {
  const { text, language } = inLanguage(otherwise, reader)
  return { block: id, type: 'personal', about, language, otherwise: fillGeneral(letterWords(text, language), language) }
}

function picturePiece({ id, picture, alt, href }: Extract<Block, { type: 'picture' }>, reader: Language): Piece | null {
  const found = inLanguage(alt, reader)
  if (!picture || !found.text) return null
  return {
    block: id,
    type: 'picture',
    language: found.language,
    ...picture,
    alt: fillGeneral(letterWords(found.text, found.language), found.language),
    href: href ? plainHref(href) : null,
  }
}

/** Within a table a bar would begin a new cell. */
const bar = '\uE00B'
const withoutBars = (text: string): string => text.replaceAll(/(\{\{\w+)\|/g, `$1${bar}`)
const withBars = (html: string): string => html.replaceAll(new RegExp(`(\\{\\{\\w+)${bar}`, 'g'), '$1|')

/** Nothing is filled into an address: a name is not part of a link. */
const plainHref = (href: string): string => href.replaceAll('{{', '%7B%7B')
