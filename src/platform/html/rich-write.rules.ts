import { Lexer } from 'marked'
import { blockOf } from './rich-read.rules.ts'
import type { RichMark, RichNode } from './rich-text.rules.ts'

/** How emphasis is written: with Markdown's signs, or with tags where signs would not be understood, as in `**Note:**this`. */
type Hand = 'signs' | 'tags'

/** A block of rich text as Markdown that reads back as the same. */
export function writeBlock(node: RichNode): string {
  if (node.type === 'asWritten') return textOf(node)
  const signs = write(node, 'signs')
  return readsBack(signs, node) ? signs : write(node, 'tags')
}

const textOf = ({ text, content = [] }: RichNode): string => text ?? content.map(textOf).join('')

function readsBack(markdown: string, node: RichNode): boolean {
  const tokens = new Lexer({ gfm: true }).lex(markdown).filter(({ type }) => type !== 'space')
  const [token] = tokens
  const read = token && blockOf(token)
  return tokens.length <= 1 && (read ? shapeOf(read) : '') === shapeOf(node)
}

/** What matters of a block, so that two can be compared: empty ends, the order of marks and spaces in a row do not. */
function shapeOf(node: RichNode): string {
  const { type, content = [] } = node
  const inner = content.some(isInline) ? shapeOfWords(content) : content.map(shapeOf).join('')
  return type === 'paragraph' && inner === '' ? '' : `${type}${numberOf(node)}(${inner})`
}

const numberOf = ({ type, attrs }: RichNode) => (type === 'orderedList' ? (attrs?.start ?? 1) : (attrs?.level ?? ''))

const isInline = ({ type }: RichNode) => type === 'text' || type === 'hardBreak'

const shapeOfWords = (nodes: RichNode[]): string =>
  nodes
    .flatMap(({ type, text = '\n', marks = [] }) => {
      const around = marks.map(nameOf).toSorted((one, other) => (one < other ? -1 : 1))
      // Whether a space at the edge of bold is bold, nobody sees.
      return [...(type === 'text' ? text.replaceAll(/[ \t\n]+/g, ' ') : text)].map((sign) =>
        /\s/.test(sign) ? sign : `${sign}${around.join('')}`,
      )
    })
    .join('')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()

const nameOf = ({ type, attrs }: RichMark) => `\u0001${type}${attrs?.href ?? ''}\u0002`

const write = (node: RichNode, hand: Hand): string => kinds[node.type]?.(node, hand) ?? inline(node.content ?? [], hand)

const kinds: Record<string, (node: RichNode, hand: Hand) => string> = {
  heading: ({ attrs, content = [] }, hand) =>
    `${'#'.repeat(attrs?.level ?? 2)} ${marked(content.map(inOneLine), hand).trim().replaceAll('#', '\\#')}`,
  bulletList: (node, hand) => writeList(node, () => '- ', hand),
  orderedList: (node, hand) => writeList(node, (place) => `${(node.attrs?.start ?? 1) + place}. `, hand),
  blockquote: ({ content = [] }, hand) => blocks(content, hand, '\n\n').replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>'),
  horizontalRule: () => '---',
  asWritten: textOf,
}

const blocks = (nodes: RichNode[], hand: Hand, between: string) =>
  nodes
    .map((node) => write(node, hand))
    .filter((text, place) => text !== '' || place === 0)
    .join(between)

function writeList({ attrs, content = [] }: RichNode, markOf: (place: number) => string, hand: Hand): string {
  const between = attrs?.loose || content.some(hasMore) ? '\n\n' : '\n'
  return content
    .map(({ content: inside = [] }, place) => {
      const mark = markOf(place)
      return (mark + blocks(inside, hand, between).replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)).trimEnd()
    })
    .join(between)
}

/** More than a line and what stands under it. */
const hasMore = ({ content = [] }: RichNode) => content.slice(1).some(({ type }) => !type.endsWith('List'))

const inOneLine = (node: RichNode): RichNode => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node)

/** Lines, each without spaces at its ends; a break after the last one breaks nothing. */
function inline(nodes: RichNode[], hand: Hand): string {
  const last = nodes.findLastIndex(({ type, text = '' }) => type !== 'hardBreak' && text.trim() !== '')
  const lines = marked(nodes.slice(0, last + 1), hand).split('\n')
  return lines.map((line) => atLineStart(line.trim())).join('\n')
}

/** Words with their marks, those that reach farthest outside. */
function marked(parts: RichNode[], hand: Hand): string {
  const nodes = merged(parts)
  const done: string[] = []
  for (let place = 0; place < nodes.length;) {
    const [rest, mark] = [nodes.slice(place), outermost(nodes, place)]
    const length = mark ? runOf(rest, mark) : 1
    const inside = rest.slice(0, length)
    done.push(
      mark
        ? wrapped(
            inside.map((node) => without(node, mark)),
            mark,
            hand,
          )
        : inside.map((node) => plain(node, hand)).join(''),
    )
    place += length
  }
  // A link after an exclamation mark would be a picture.
  return done.map((text, at) => (text.endsWith('!') && done[at + 1]?.startsWith('[') ? `${text.slice(0, -1)}\\!` : text)).join('')
}

const without = (node: RichNode, mark: RichMark): RichNode => ({ ...node, marks: (node.marks ?? []).filter((one) => !isSame(one, mark)) })

/** Neighbours with the same marks are one: a sign is read with what follows it. */
function merged(nodes: RichNode[]): RichNode[] {
  const done: RichNode[] = []
  for (const node of nodes) {
    const before = done.at(-1)
    const isOne = before?.type === 'text' && node.type === 'text' && namesOf(before) === namesOf(node)
    if (isOne) done[done.length - 1] = { ...before, text: (before.text ?? '') + (node.text ?? '') }
    else done.push(node)
  }
  return done
}

const namesOf = ({ marks = [] }: RichNode) => marks.map(nameOf).toSorted().join('')

/** The mark that reaches farthest; a link, where others reach no farther. */
function outermost(nodes: RichNode[], place: number): RichMark | undefined {
  const marks = nodes[place]?.marks ?? []
  if (marks.length < 2) return marks[0]
  const rest = nodes.slice(place)
  const reach = (mark: RichMark) => runOf(rest, mark) * 2 + (mark.type === 'link' ? 1 : 0)
  return marks.toSorted((one, other) => reach(other) - reach(one))[0]
}

const isSame = (one: RichMark, other: RichMark) => nameOf(one) === nameOf(other)

function runOf(nodes: RichNode[], mark: RichMark): number {
  const end = nodes.findIndex(({ marks = [] }) => !marks.some((one) => isSame(one, mark)))
  return end === -1 ? nodes.length : end
}

function wrapped(inside: RichNode[], mark: RichMark, hand: Hand): string {
  if (mark.type === 'code') return inside.map(({ text = '' }) => asCode(text)).join('')
  const text = marked(inside, hand)
  if (mark.type === 'link') return link(text, inside, mark.attrs?.href ?? '')
  const [open, close] = fences[hand][mark.type] ?? ['', '']
  return clinging(text, open, close)
}

const fences: Record<Hand, Record<string, [string, string]>> = {
  signs: { bold: ['**', '**'], italic: ['*', '*'], strike: ['~~', '~~'] },
  tags: { bold: ['<strong>', '</strong>'], italic: ['<em>', '</em>'], strike: ['<del>', '</del>'] },
}

/** Marks touch the words, spaces stay outside. */
function clinging(text: string, open: string, close: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words ? before + open + words + close + after : text
}

function link(text: string, inside: RichNode[], href: string): string {
  if (isBare(inside, href)) return `<${href.replace(/^mailto:/, '')}>`
  const address = href.replaceAll(/[\n<>\\]/g, (sign) => encodeURIComponent(sign))
  return clinging(text, '[', `](${/[\s()]/.test(address) ? `<${address}>` : address})`)
}

/** The address itself is what is read. */
function isBare([only, ...more]: RichNode[], href: string): boolean {
  const text = more.length === 0 && only?.marks?.length === 0 ? (only.text ?? '') : ''
  return (text === href || `mailto:${text}` === href) && /^(?:https?:|mailto:)[^\s<>]+$/i.test(href)
}

function asCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const edge = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return fence + edge + text + edge + fence
}

const plain = ({ type, text = '' }: RichNode, hand: Hand) =>
  type === 'hardBreak' ? (hand === 'signs' ? '\\\n' : '<br>\n') : escaped(text.replaceAll('\n', ' '))

const escaped = (text: string) =>
  text.replaceAll(/[\\`*~[\]]|<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&').replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')

/** Signs that would begin a title, a list or a quotation stay signs. */
const atLineStart = (line: string) =>
  line.replace(/^(?:(\d+)(?=[.)](?:\s|$))|(?=[#>+=|-]))/, (_, number?: string) => (number === undefined ? '\\' : `${number}\\`))
