import { quotedPrintable, softBreak } from './quoted-printable.rules.ts'

/** What differs from reader to reader, by the name it has in the text: `{{preferencesUrl}}`. */
export type Fields = Record<string, string>

/** Text that is encoded but for its fields. */
export type Template = (string | { field: string })[]

/** Splits at the known `{{names}}`. What else stands in braces are words like others. */
export function templateOf(text: string, names: readonly string[]): Template {
  if (names.length === 0) return [text]
  const pieces = text.split(new RegExp(`\\{\\{(${names.join('|')})\\}\\}`))
  return pieces.map((piece, place) => (place % 2 ? { field: piece } : piece)).filter((piece) => piece !== '')
}

/** A template whose words are quoted-printable already; each piece begins a line. */
export function encodedTemplate(template: Template): Template {
  return template.map((piece, place) => {
    if (typeof piece !== 'string') return piece
    const encoded = quotedPrintable(piece)
    return place < template.length - 1 ? closed(encoded) : encoded
  })
}

export const fill = (template: Template, fields: Fields, encode: (value: string) => string): string => {
  let text = ''
  for (const piece of template) text += typeof piece === 'string' ? piece : encode(fields[piece.field] ?? '')
  return text
}

export const inHtml = (value: string): string => closed(quotedPrintable(escapeHtml(value)))
export const inText = (value: string): string => closed(quotedPrintable(value))

const closed = (encoded: string) => (encoded === '' || encoded.endsWith('\r\n') ? encoded : encoded + softBreak)

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
