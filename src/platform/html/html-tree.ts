/** As much of HTML as our own fragments use: well-formed, its attributes in double quotes, made by the renderer or the sanitizer. */
export type Branch = { tag: string; attributes: Record<string, string>; children: (Branch | string)[] }

const token = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|<!--[\s\S]*?-->|[^<]+|</gi
const alone = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr'])

export function treeOf(html: string): Branch {
  const trunk = branch('', '')
  const open = [trunk]
  for (const [text, closing, tag, attributes = '', ends] of html.matchAll(token)) {
    const last = open.at(-1) ?? trunk
    if (!tag) last.children.push(decode(text.startsWith('<!--') ? '' : text))
    else if (closing) close(open, tag.toLowerCase())
    else grow(last, branch(tag.toLowerCase(), attributes), ends ? [] : open)
  }
  return trunk
}

function grow(last: Branch, child: Branch, open: Branch[]) {
  last.children.push(child)
  if (!alone.has(child.tag)) open.push(child)
}

function close(open: Branch[], tag: string) {
  const place = open.findLastIndex((one) => one.tag === tag)
  if (place > 0) open.length = place
}

const branch = (tag: string, attributes: string): Branch => ({
  tag,
  attributes: Object.fromEntries(
    [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]),
  ),
  children: [],
})

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

const decode = (text: string) =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    name ? (named[name] ?? whole) : characterOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  )

const characterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
