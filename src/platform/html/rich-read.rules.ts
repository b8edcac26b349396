import type { Token, Tokens } from 'marked'
import type { RichMark, RichNode } from './rich-text.rules.ts'

/** Thrown within this file alone: the editor has no such thing, so its block stays Markdown. */
class NotRich extends Error {}

/** A block of Markdown as rich text; undefined when the editor has no such thing. */
export function blockOf(token: Token): RichNode | undefined {
  try {
    return readBlock(token)
  } catch (error) {
    if (error instanceof NotRich) return undefined
    throw error
  }
}

function readBlock(token: Token): RichNode {
  const kind = kinds[token.type] ?? notRich
  return kind(token as never)
}

const notRich = (): never => {
  throw new NotRich()
}

const kinds: Record<string, (token: never) => RichNode> = {
  paragraph: (token: Tokens.Paragraph) => ({ type: 'paragraph', content: inline(token) }),
  text: (token: Tokens.Text) => ({ type: 'paragraph', content: inline(token) }),
  heading,
  list,
  blockquote: ({ tokens }: Tokens.Blockquote) => ({ type: 'blockquote', content: readBlocks(tokens) }),
  hr: () => ({ type: 'horizontalRule' }),
}

function readBlocks(tokens: Token[]): RichNode[] {
  const blocks = tokens.filter(({ type }) => type !== 'space').map(readBlock)
  return blocks.length > 0 ? blocks : notRich()
}

/** Titles begin at the second level, since the page has its own. */
function heading(token: Tokens.Heading): RichNode {
  if (token.depth > 4) return notRich()
  return { type: 'heading', attrs: { level: Math.max(2, token.depth) }, content: inline(token) }
}

function list({ ordered, start, loose, items }: Tokens.List): RichNode {
  const content = items.map(item)
  return ordered
    ? { type: 'orderedList', attrs: { start: start === '' ? 1 : start, loose }, content }
    : { type: 'bulletList', attrs: { loose }, content }
}

/** In the editor, an item begins with a paragraph; a box to tick is not known to it. */
function item({ task, tokens }: Tokens.ListItem): RichNode {
  const content = tokens.length > 0 ? readBlocks(tokens) : [{ type: 'paragraph', content: [] }]
  return task || content[0]?.type !== 'paragraph' ? notRich() : { type: 'listItem', content }
}

const inline = (token: { tokens?: Token[] | undefined }): RichNode[] => readInline(token.tokens ?? [], [])

const signs: Record<string, string> = { strong: 'bold', em: 'italic', del: 'strike', b: 'bold', i: 'italic' }

function readInline(tokens: Token[], around: RichMark[]): RichNode[] {
  const found: RichNode[] = []
  let marks = around
  for (const token of tokens) {
    const [tag, end, name = ''] = (token.type === 'html' && /^<(\/?)(strong|em|del|b|i)>$/.exec(token.raw)) || []
    if (tag === undefined) found.push(...readPiece(token, marks))
    else marks = end === '' ? [...marks, markOf(name)] : withoutLast(marks, markOf(name), around.length)
  }
  return marks.length === around.length ? found : notRich()
}

const markOf = (name: string): RichMark => ({ type: signs[name] ?? '' })

const withoutLast = (marks: RichMark[], { type }: RichMark, fewest: number): RichMark[] =>
  marks.length > fewest && marks.at(-1)?.type === type ? marks.slice(0, -1) : notRich()

function readPiece(token: Token, marks: RichMark[]): RichNode[] {
  const piece = pieces[token.type]
  if (piece) return piece(token as never, marks)
  return /^<br ?\/?>$/.test(token.raw) ? [{ type: 'hardBreak' }] : notRich()
}

const emphasized = ({ type, tokens }: Tokens.Strong | Tokens.Em | Tokens.Del, marks: RichMark[]) =>
  readInline(tokens, [...marks, markOf(type)])

const pieces: Record<string, (token: never, marks: RichMark[]) => RichNode[]> = {
  text: words,
  escape: words,
  strong: emphasized,
  em: emphasized,
  del: emphasized,
  link,
  codespan: code,
  br: () => [{ type: 'hardBreak' }],
}

function words({ type, raw }: Tokens.Text | Tokens.Escape, marks: RichMark[]): RichNode[] {
  const shown = (type === 'escape' ? raw.slice(1) : plain(raw)).replaceAll(/[ \t]*\n[ \t]*/g, ' ')
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(marks.length > 0 && { marks }) }]
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00A0' }

const plain = (raw: string) => raw.replaceAll(/&(?:#\w+|\w+);/g, (entity) => entities[entity] ?? notRich())

function link({ href, title, tokens }: Tokens.Link, marks: RichMark[]): RichNode[] {
  const isKnown = /^(?:https?:|mailto:|tel:|\/(?![/\\])|#)/i.test(href)
  if (title || !isKnown || marks.some(({ type }) => type === 'link')) return notRich()
  return readInline(tokens, [...marks, { type: 'link', attrs: { href } }])
}

/** Code stands alone in the editor: neither bold nor linked. */
function code({ text }: Tokens.Codespan, marks: RichMark[]): RichNode[] {
  return marks.length > 0 ? notRich() : [{ type: 'text', text, marks: [{ type: 'code' }] }]
}
