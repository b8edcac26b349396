/**
 * What Word, Google Docs or a web page put on the clipboard, as clean Markdown; null when it holds nothing but plain
 * words, which the browser pastes best itself.
 */
export function pastedMarkdown(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const text = blocks(body)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return hasShape(body, text) ? text : null
}

const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'META',
  'LINK',
  'TITLE',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'IMG',
  'SVG',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
])
const grouping = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'CENTER',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'UL',
])

/** Loose words and blocks, each block a paragraph of its own. */
function blocks(parent: Element): string {
  let loose = ''
  const done: string[] = []
  const settle = () => {
    if (loose.trim()) done.push(atLineStart(tidy(loose)))
    loose = ''
  }
  for (const node of parent.childNodes) {
    if (!(node instanceof Element) || !holdsBlocks(node)) loose += inline(node)
    else {
      settle()
      const text = block(node)
      if (text.trim()) done.push(text)
    }
  }
  settle()
  return joined(done)
}

/** Items of one list stand on neighbouring lines, all else apart. */
const joined = (texts: string[]) =>
  texts.reduce((all, text, at) => (at === 0 ? text : all + (isItem(text) && isItem(texts[at - 1] ?? '') ? '\n' : '\n\n') + text), '')
const isItem = (text: string) => /^\s*(?:- |\d+\. )/.test(text)

const holdsBlocks = (element: Element): boolean => grouping.has(element.tagName) || [...element.children].some(holdsBlocks)

function block(element: Element): string {
  const name = element.tagName
  if (dropped.has(name)) return ''
  const own = /^H[1-6]$/.test(name) ? heading : kinds[name]
  return own ? own(element) : (wordListItem(element) ?? blocks(element))
}

const kinds: Record<string, (element: Element) => string> = {
  UL: (element) => list(element, ''),
  OL: (element) => list(element, ''),
  BLOCKQUOTE: (element) => blocks(element).replace(/^/gm, '> '),
  HR: () => '---',
  TABLE: table,
  PRE: (element) => `\`\`\`\n${element.textContent.trimEnd()}\n\`\`\``,
}

function heading(element: Element): string {
  const words = tidy(inline(element, { bold: true, italic: false })).replaceAll('\n', ' ')
  return words && `${element.tagName <= 'H2' ? '##' : '###'} ${words}`
}

function list(element: Element, indent: string): string {
  let place = Number(element.getAttribute('start') ?? 1) - 1
  const items = [...element.children].map((item) => {
    if (item.tagName === 'UL' || item.tagName === 'OL') return list(item, `${indent}  `)
    const mark = element.tagName === 'OL' ? `${++place}. ` : '- '
    const inner = `${indent}${' '.repeat(mark.length)}`
    const nested = [...item.children].filter((child) => child.tagName === 'UL' || child.tagName === 'OL').map((child) => list(child, inner))
    const words = [...item.childNodes].filter((child) => !(child instanceof Element && (child.tagName === 'UL' || child.tagName === 'OL')))
    return [indent + mark + tidy(words.map((node) => inline(node)).join('')).replaceAll('\n', ` `), ...nested].join('\n')
  })
  return items.filter((item) => item.trim() !== '-').join('\n')
}

/** Word writes lists as paragraphs: their level is in the style, their mark in a span that says "Ignore". */
function wordListItem(paragraph: Element): string | null {
  const level = /mso-list:[^;]*level(\d)/i.exec(styleOf(paragraph))?.[1]
  if (!level) return null
  const mark = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)))
  const number = /^\s*(\d+)/.exec(mark?.textContent ?? '')?.[1]
  mark?.remove()
  return `${'   '.repeat(Number(level) - 1)}${number ? `${number}. ` : '- '}${tidy(inline(paragraph)).replaceAll('\n', ' ')}`
}

const styleOf = (element: Element) => element.getAttribute('style') ?? ''

function table(element: Element): string {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => tidy(inline(cell)).replaceAll('\n', ' ').replaceAll('|', '\\|')),
  )
  const [head, ...rest] = rows.filter((cells) => cells.length > 0)
  if (!head) return ''
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')
}

type Shown = { bold: boolean; italic: boolean }
const plain: Shown = { bold: false, italic: false }

/** Words with their marks; `shown` is what the words around already have. */
function inline(node: Node, shown = plain): string {
  if (node instanceof Text) return escaped(node.data.replace(/\s+/g, ' '))
  if (!(node instanceof Element) || dropped.has(node.tagName)) return ''
  return node.tagName === 'BR' ? '\n' : element(node, shown)
}

function element(node: Element, shown: Shown): string {
  const own = emphasis(node)
  const [bold, italic] = [own.bold && !shown.bold, own.italic && !shown.italic]
  const words = [...node.childNodes].map((child) => inline(child, { bold: shown.bold || bold, italic: shown.italic || italic })).join('')
  const ended = grouping.has(node.tagName) ? `${words}\n` : words
  const linked = node instanceof HTMLAnchorElement ? link(node, ended) : ended
  return clinging(clinging(linked, italic ? '*' : ''), bold ? '**' : '')
}

/** Google Docs wraps everything in a `<b>` of normal weight, and sets real bold by style. */
function emphasis(node: Element): Shown {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(styleOf(node))?.[1]
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(styleOf(node))?.[1]
  return {
    bold: weight ? weight === 'bold' || Number(weight) >= 600 : /^(?:B|STRONG)$/.test(node.tagName),
    italic: slant ? slant === 'italic' : /^(?:I|EM)$/.test(node.tagName),
  }
}

function link(anchor: HTMLAnchorElement, words: string): string {
  const href = wayOut(anchor.getAttribute('href') ?? '')
  return words.trim() && /^(?:https?:|mailto:|tel:)/i.test(href)
    ? clinging(words, '[', `](${href.replace(/[\s()<>]/g, encodeURIComponent)})`)
    : words
}

/** Google leads links through itself. */
function wayOut(href: string): string {
  if (!href.startsWith('https://www.google.com/url?')) return href
  return new URL(href).searchParams.get('q') ?? href
}

/** Marks touch the words, spaces stay outside. */
function clinging(text: string, open: string, close = open): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words && open ? before + open + words + close + after : text
}

const tidy = (text: string) =>
  text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim()
const escaped = (text: string) => text.replaceAll('\u00A0', ' ').replace(/[\\`*_[\]<>]/g, '\\$&')
const atLineStart = (text: string) =>
  text.replace(/^(#{1,6} |[-+] |\d+(?=[.)] ))/gm, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

const hasShape = (body: Element, text: string) =>
  text !== '' &&
  (body.querySelector('h1,h2,h3,h4,h5,h6,ul,ol,a[href],blockquote,table,hr') !== null ||
    /\*\S|^\s*(?:- |\d+\. )/m.test(text.replaceAll('\\*', '')))
