import { quotedPrintable, softBreak } from './quoted-printable.rules.ts'

/** What differs from reader to reader, by the name it has in the text: `{{preferencesUrl}}`. */
export type Fields = Record<string, string>

/** A place to fill in; `otherwise` are the words for readers of whom nothing is known: `{{firstName|friend}}`. */
type Slot = { field: string; otherwise: string }

/** Text that is encoded but for its fields. */
export type Template = (string | Slot)[]

/** Splits at the known `{{names}}`. What else stands in braces are words like others. */
export function templateOf(text: string, names: readonly string[]): Template {
  if (names.length === 0) return [text]
  const pieces = text.split(new RegExp(`\\{\\{((?:${names.join('|')})(?:\\|[^{}|]*)?)\\}\\}`))
  return pieces.map((piece, place) => (place % 2 ? slotOf(piece) : piece)).filter((piece) => piece !== '')
}

function slotOf(inside: string): Slot {
  const [field = '', otherwise = ''] = inside.split('|', 2)
  return { field, otherwise }
}

/** A template whose words are quoted-printable already; each piece begins a line. */
export function encodedTemplate(template: Template): Template {
  return template.map((piece, place) => {
    if (typeof piece !== 'string') return { ...piece, otherwise: inText(piece.otherwise) }
    const encoded = quotedPrintable(piece)
    return place < template.length - 1 ? closed(encoded) : encoded
  })
}

export type Encode = (value: string, field: string) => string

export const fill = (template: Template, fields: Fields, encode: Encode): string => {
  let text = ''
  for (const piece of template) text += typeof piece === 'string' ? piece : filled(piece, fields, encode)
  return text
}

function filled({ field, otherwise }: Slot, fields: Fields, encode: Encode): string {
  const value = fields[field]
  return value ? encode(value, field) : otherwise
}

export const inText = (value: string): string => closed(quotedPrintable(value))

/** Values become text of the page, but those of `markup` are HTML already; many readers share theirs, so it is encoded once. */
export function inHtml(markup: readonly string[]): Encode {
  const known = rememberingSome(inText)
  return (value, field) => (markup.includes(field) ? known(value) : inText(escapeHtml(value)))
}

const most = 500

function rememberingSome(encode: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>()
  return (value) => {
    const encoded = known.get(value) ?? encode(value)
    if (known.size >= most) known.clear()
    known.set(value, encoded)
    return encoded
  }
}

const closed = (encoded: string) => (encoded === '' || encoded.endsWith('\r\n') ? encoded : encoded + softBreak)

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
