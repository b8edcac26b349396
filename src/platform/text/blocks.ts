import { Marked, type Token, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'

/** Words that look alike. `href` leads to the web, a mail or a telephone; nothing else becomes a link. */
export type Run = { text: string; strong?: boolean; em?: boolean; code?: boolean; struck?: boolean; href?: string }

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | { kind: 'table'; rows: Run[][][] }

const marked = new Marked({ gfm: true, breaks: false })

/** Deeper than people read: what is nested so far becomes a paragraph. */
const deepest = 8

/**
 * Markdown as a tree, for what is no page: paper, and files that people edit. It says what `markdown` shows, without HTML; paths of ours
 * become whole addresses, since a file is read elsewhere.
 */
export const blocksOf = (source: string, origin: string): Block[] => readBlocks(marked.lexer(source), { origin, depth: 0 })

type Place = { origin: string; depth: number }

const readBlocks = (tokens: Token[], place: Place): Block[] => tokens.flatMap((token) => readBlock(token, place))

function readBlock(token: Token, place: Place): Block[] {
  if (place.depth > deepest) return paragraph([{ text: token.raw.trim() }])
  return blockKinds[token.type]?.(token as never, { ...place, depth: place.depth + 1 }) ?? []
}

const blockKinds: Record<string, (token: never, place: Place) => Block[]> = {
  heading: (token: Tokens.Heading, { origin }) => [{ kind: 'heading', level: levelOf(token.depth), runs: inline(token, origin) }],
  paragraph: (token: Tokens.Paragraph, { origin }) => paragraph(inline(token, origin)),
  text: (token: Tokens.Text, { origin }) => paragraph(token.tokens ? inline(token, origin) : [{ text: plain(token.text) }]),
  list: ({ ordered, start, items }: Tokens.List, place) => [
    { kind: 'list', start: ordered ? Number(start) || 1 : null, items: items.map(({ tokens }) => readBlocks(tokens, place)) },
  ],
  blockquote: ({ tokens }: Tokens.Blockquote, place) => [{ kind: 'quote', blocks: readBlocks(tokens, place) }],
  code: ({ text }: Tokens.Code) => [{ kind: 'code', text }],
  hr: () => [{ kind: 'rule' }],
  table: ({ header, rows }: Tokens.Table, { origin }) => [
    { kind: 'table', rows: [header, ...rows].map((row) => row.map((cell) => inline(cell, origin))) },
  ],
  html: ({ raw }: Tokens.HTML) => paragraph([{ text: withoutTags(raw) }]),
}

/** Titles begin at the second level, since what they stand in has its own. */
const levelOf = (depth: number): 2 | 3 | 4 => (depth <= 2 ? 2 : depth === 3 ? 3 : 4)

const paragraph = (runs: Run[]): Block[] => (runs.some(({ text }) => text.trim() !== '') ? [{ kind: 'paragraph', runs }] : [])

const inline = ({ tokens = [] }: { tokens?: Token[] | undefined }, origin: string): Run[] => readRuns(tokens, {}, origin)

type Look = Omit<Run, 'text'>

const looks: Record<string, Look> = { strong: { strong: true }, em: { em: true }, del: { struck: true } }

const readRuns = (tokens: Token[], look: Look, origin: string): Run[] => tokens.flatMap((token) => readRun(token, look, origin))

function readRun(token: Token, look: Look, origin: string): Run[] {
  const within = 'tokens' in token ? (token.tokens ?? []) : []
  if (token.type === 'link') return readRuns(within, { ...look, ...linkTo(String(token['href']), origin) }, origin)
  if (within.length > 0) return readRuns(within, { ...look, ...looks[token.type] }, origin)
  const text = wordsIn(token)
  return text === '' ? [] : [{ ...look, text, ...(token.type === 'codespan' && { code: true }) }]
}

/** What a reader sees of a piece that holds no other; a picture says what it shows. */
function wordsIn(token: Token): string {
  if (token.type === 'br' || /^<br ?\/?>$/.test(token.raw)) return '\n'
  if (token.type === 'codespan' || token.type === 'escape') return String(token['text'])
  if (token.type === 'html') return withoutTags(token.raw)
  return plain(token.type === 'image' ? String(token['text']) : token.raw).replaceAll(/\s*\n\s*/g, ' ')
}

/** The same that the page lets be a link. */
function linkTo(href: string, origin: string): Look {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return { href }
  return /^\/(?![/\\])/.test(href) ? { href: origin + href } : {}
}

const withoutTags = (html: string) => plain(sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} })).trim()

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

const plain = (text: string) =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    name ? (named[name] ?? whole) : characterOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  )

const characterOf = (code: number) => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
