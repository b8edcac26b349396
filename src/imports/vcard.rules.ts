import type { CsvRow } from './csv.rules.ts'
import { isQuotedPrintable, readQuotedPrintable } from './quoted-printable.rules.ts'

/** A vCard read as a row: what it says under these headings. */
export const vcardHeads = ['E-mail', 'First name', 'Last name', 'Full name', 'Organization', 'Role', 'State', 'Language', 'Tags']
export const vcardColumns = {
  email: 'E-mail',
  name: 'Full name',
  firstName: 'First name',
  lastName: 'Last name',
  organisation: 'Organization',
  job: 'Role',
  state: 'State',
  language: 'Language',
  tags: 'Tags',
}

const longestLine = 20_000
const mostLines = 2_000

/** Reads address cards (vCard 2.1; 3.0, RFC 2426; 4.0, RFC 6350), one row a card. Pictures and what is not asked for are passed over. */
export async function* readVcards(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let card: { line: number; lines: string[] } | null = null
  for await (const { line, text: words } of unfolded(text)) {
    const plain = words.trim().toUpperCase()
    if (plain === 'BEGIN:VCARD') card = { line, lines: [] }
    else if (plain === 'END:VCARD' && card) {
      yield { line: card.line, cells: cellsOf(card.lines), fault: null }
      card = null
    } else if (card && card.lines.length < mostLines) card.lines.push(words)
  }
  if (card) yield { line: card.line, cells: cellsOf(card.lines), fault: 'quote-not-closed' }
}

type Line = { line: number; text: string }

/**
 * Lines that begin with a space go on from the one before (RFC 6350, section 3.2); in quoted-printable, those after a line that ends
 * with `=`. What is longer than any answer of ours is cut.
 */
async function* unfolded(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let open: Line | null = null
  for await (const next of linesOf(text)) {
    const more = open && wordsThatGoOn(open.text, next.text)
    if (open && more) {
      open.text = (more.before + more.after).slice(0, longestLine)
      continue
    }
    if (open) yield open
    open = next
  }
  if (open) yield open
}

function wordsThatGoOn(before: string, next: string): { before: string; after: string } | null {
  if (/^end:vcard/i.test(next)) return null
  if (/=[ \t]*$/.test(before) && isQuotedPrintable(parametersOf(before))) return { before: before.replace(/=[ \t]*$/, ''), after: next }
  return /^[ \t]/.test(next) ? { before, after: next.slice(1) } : null
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let [line, rest] = [0, '']
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = (lines.pop() ?? '').slice(0, longestLine)
    for (const one of lines) yield { line: ++line, text: one }
  }
  yield { line: line + 1, text: rest }
}

type Property = { name: string; parameters: string; value: string }

function cellsOf(lines: string[]): string[] {
  const properties = lines.flatMap(propertyOf)
  const all = (name: string) => properties.filter((one) => one.name === name)
  const first = (name: string) => all(name)[0]?.value ?? ''
  const [last = '', given = ''] = parts(first('N')).map(plain)
  return [
    plain(addressOf(all('EMAIL'))),
    given,
    last,
    last + given === '' ? plain(first('FN')) : '',
    plain(parts(first('ORG'))[0] ?? ''),
    plain(first('TITLE') || first('ROLE')),
    regionOf(all('ADR')),
    plain(first('LANG')),
    all('CATEGORIES')
      .map(({ value }) => plain(value.replaceAll(String.raw`\,`, ' ')))
      .join(','),
  ]
}

const addressOf = (emails: Property[]) => (emails.find(({ parameters }) => /PREF/i.test(parameters)) ?? emails[0])?.value ?? ''

/** Of an address, the fifth part is the state. */
const regionOf = (places: Property[]) => places.map(({ value }) => plain(parts(value)[4] ?? '')).find((region) => region !== '') ?? ''

/** `item1.EMAIL;TYPE=WORK:ada@example.org` is an EMAIL with its parameters. */
function propertyOf(line: string): Property[] {
  const [, name = '', parameters = '', value = ''] = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s.exec(line) ?? []
  if (name === '') return []
  const said = isQuotedPrintable(parameters) ? readQuotedPrintable(value, parameters) : value
  return [{ name: name.toUpperCase(), parameters, value: said.slice(0, 10_000) }]
}

const parametersOf = (line: string) => line.slice(0, Math.max(line.indexOf(':'), 0))

/** The parts of a value, at each semicolon that is not escaped. */
const parts = (value: string): string[] => value.split(/(?<!\\);/)

const plain = (value: string): string =>
  value
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\,;:])/g, '$1')
    .trim()
