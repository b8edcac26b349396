import { treeOf, type Branch } from './html-tree.ts'

/** A fragment of HTML as plain text: titles underlined, links with their addresses, a list a list. Lines are left for the reader's window to fold. */
export const textOf = (html: string): string =>
  blocksOf(treeOf(html))
    .join('\n\n')
    .replaceAll(/[ \t\u00a0]+$/gm, '')
    .trim()

const blocks = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'tbody',
  'tr',
  'blockquote',
  'pre',
  'hr',
  'section',
  'figure',
  'figcaption',
  'dl',
  'header',
  'footer',
])

/** What stands one under the other, an empty line between. Words between blocks make a block of their own. */
function blocksOf(branch: Branch): string[] {
  const found: string[] = []
  let loose: Branch['children'] = []
  const gather = () => {
    found.push(lineOf(loose))
    loose = []
  }
  for (const child of branch.children) {
    if (typeof child === 'string' || !blocks.has(child.tag)) loose.push(child)
    else {
      gather()
      found.push(...blockOf(child))
    }
  }
  gather()
  return found.filter((block) => block !== '')
}

function blockOf(branch: Branch): string[] {
  return (ways[branch.tag] ?? blocksOf)(branch)
}

const ways: Record<string, (branch: Branch) => string[]> = {
  h1: ({ children }) => underlined(lineOf(children), '='),
  h2: ({ children }) => underlined(lineOf(children), '-'),
  ul: (list) => [listOf(list)],
  ol: (list) => [listOf(list)],
  table: (table) => [tableOf(table)],
  hr: () => ['* * *'],
  pre: ({ children }) => [plainOf(children).trimEnd()],
  blockquote: (quotation) => [blocksOf(quotation).join('\n\n').replaceAll(/^/gm, '> ')],
}

const underlined = (words: string, line: string) => (words ? [`${words}\n${line.repeat(Math.min([...words].length, 60))}`] : [])

function listOf({ tag, children }: Branch): string {
  const items = children.filter((child) => typeof child !== 'string' && child.tag === 'li') as Branch[]
  return items
    .map((item, place) => {
      const mark = tag === 'ol' ? `${place + 1}. ` : '- '
      return (
        mark +
        blocksOf(item)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
      )
    })
    .join('\n')
}

/** A row a line: "When: Thursday, January 15, 2026". */
const tableOf = (table: Branch) =>
  rowsOf(table)
    .map((row) => {
      const cells = row.children
        .filter((cell) => typeof cell !== 'string')
        .map((cell) => blocksOf(cell).join('\n'))
        .filter(Boolean)
      return cells.length === 2 ? `${cells[0]}: ${cells[1]}` : cells.join(' | ')
    })
    .filter(Boolean)
    .join('\n')

const rowsOf = (branch: Branch): Branch[] =>
  branch.children.flatMap((child) => (typeof child === 'string' ? [] : child.tag === 'tr' ? [child] : rowsOf(child)))

/** Running text. A link that stands alone gives its address a line of its own or follows a colon; inside a sentence it stands in brackets. */
function lineOf(children: Branch['children']): string {
  const real = children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const only = real.length === 1 ? real[0] : undefined
  if (only && typeof only !== 'string' && only.tag === 'a')
    return linkOf(only, (words, href) => (`${words}${href}`.length > 60 ? `${words}:\n${href}` : `${words}: ${href}`))
  const text = children.map(wordsOf).join('')
  return text
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/ ?\v ?/g, '\n')
    .trim()
}

const unsaid = new Set(['style', 'script', 'head'])

function wordsOf(child: Branch | string): string {
  if (typeof child === 'string') return child
  if (child.tag === 'br') return '\v'
  if (child.tag === 'img') return child.attributes.alt ?? ''
  if (unsaid.has(child.tag)) return ''
  if (child.tag === 'a') return linkOf(child, (words, href) => `${words} (${href})`)
  return child.children.map(wordsOf).join('')
}

function linkOf({ attributes, children }: Branch, tell: (words: string, href: string) => string): string {
  const words = children.map(wordsOf).join('').replaceAll(/\s+/g, ' ').trim()
  const href = (attributes.href ?? '').replace(/^mailto:/, '')
  if (!href || href.startsWith('#') || href === words) return words
  return words ? tell(words, href) : href
}

const plainOf = (children: Branch['children']): string =>
  children.map((child) => (typeof child === 'string' ? child : plainOf(child.children))).join('')
