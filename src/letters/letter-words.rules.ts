import { markdown, type Language } from '#platform/text'
import { inLanguage, type Block } from './block.rules.ts'
import type { Piece } from './letter.rules.ts'

/**
 * `{{firstName}}` is the one thing that writers may leave to be filled in for each reader. Whatever else looks like it
 * is parted by an invisible joiner and so stays as it was written.
 */
export const withoutOddFields = (text: string): string => text.replaceAll(/\{\{(?!firstName\}\})/g, '{\u2060{')

/** What was written in the reader's language, or in another where that one is missing; nothing when it is not finished. */
export function pieceOfWriting(block: Extract<Block, { type: 'words' | 'picture' | 'button' }>, reader: Language): Piece | null {
  if (block.type === 'words') return wordsPiece(block, reader)
  if (block.type === 'picture') return picturePiece(block, reader)
  const { text: label, language } = inLanguage(block.label, reader)
  return label && block.href
    ? { block: block.id, type: 'button', language, label: withoutOddFields(label), href: plainHref(block.href) }
    : null
}

function wordsPiece({ id, text }: Extract<Block, { type: 'words' }>, reader: Language): Piece | null {
  const found = inLanguage(text, reader)
  const html = markdown(withoutOddFields(found.text)).replaceAll(/<[^>]*>/g, (tag) => plainHref(tag))
  return html.trim() ? { block: id, type: 'words', language: found.language, html } : null
}

function picturePiece({ id, picture, alt, href }: Extract<Block, { type: 'picture' }>, reader: Language): Piece | null {
  const found = inLanguage(alt, reader)
  if (!picture || !found.text) return null
  return {
    block: id,
    type: 'picture',
    language: found.language,
    ...picture,
    alt: withoutOddFields(found.text),
    href: href ? plainHref(href) : null,
  }
}

/** Nothing is filled into an address: a name is not part of a link. */
const plainHref = (href: string): string => href.replaceAll('{{', '%7B%7B')
