import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markdown } from '#platform/text'
import { root } from '#root'
import { joinRich, readRich, type RichNode } from './rich-text.rules.ts'
import { writeBlock } from './rich-write.rules.ts'

const kinds = (text: string) => readRich(text).map(({ node }) => node.type)
/** As if each block had been touched, so that all of it is written anew. */
const rewritten = (text: string) => joinRich(readRich(text).map(({ node }) => writeBlock(node)))
const read = (text: string) => markdown(text).replaceAll(/\s+/g, ' ').replaceAll(' </', '</')
const starter = globSync('content/**/*.md', { cwd: root }).map(
  (file) => [file, readFileSync(join(root, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')] as const,
)

test.each(starter)('%s reads the same after every block of it was written anew', (_file, text) => {
  expect(read(rewritten(text))).toBe(read(text))
})

test('what the starter content is made of can be edited as rich text, nearly all of it', () => {
  const blocks = starter.flatMap(([, text]) => readRich(text))
  expect(blocks.length).toBeGreaterThan(100)
  expect(blocks.filter(({ node }) => node.type === 'asWritten').length / blocks.length).toBeLessThan(0.02)
})

test.each([
  ['a table', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
  ['a picture', 'See ![the hall](/files/x.png) here.'],
  ['HTML', '<div align="center">\n*x*\n</div>'],
  ['HTML within a line', 'a <span class="x">b</span>'],
  ['code', '```js\nconst a = `1`\n```'],
  ['indented code', '    two  spaces'],
  ['a box to tick', '- [ ] call them\n- [x] done'],
  ['a link with a title', '[a](https://example.org "T")'],
  ['a reference and what it means', '[a][x]\n\n[x]: https://example.org'],
  ['an unsafe link', '[a](javascript:alert(1))'],
  ['another site without its scheme', '[a](//evil.example)'],
  ['an entity that is no letter of ours', 'a&zwnj;b &#x202E;c'],
  ['tags that cross', '<em>a <strong>b</em> c</strong>'],
  ['a tag that never ends', 'a <strong>b'],
  ['a deep title', '##### five'],
  ['bold code', '**`a` b**'],
  ['a quotation with a table in it', '> | a |\n> | --- |\n> | 1 |'],
])('%s stays Markdown, to the letter', (_what, text) => {
  expect(kinds(text)).toContain('asWritten')
  expect(joinRich(readRich(text).map(({ node, raw }) => (node.type === 'asWritten' ? writeBlock(node) : raw)))).toBe(text)
  expect(read(rewritten(text))).toBe(read(text))
})

test.each([
  'one\ntwo',
  '# First level\n\n## Two\n\n#### four',
  '* a\n* b\n\n  c\n* d',
  '1) one\n2) two',
  '7. seven\n8. eight\n   - under\n     1. deeper',
  '- a\n- b\n\n* c\n* d',
  '> a\n>\n> - b\n> - c\n>\n> > d',
  '__bold__ _it_ ***both*** **a *b* c** *a **b** c*',
  'a\\\nb  \nc<br>d',
  '`a` `` `b` `` `\\*`',
  '<https://example.org/a_b> https://example.org/c_d?e=*f* www.example.org a@example.org',
  '[/events](/events) [#a](#a) [a *b*](https://example.org/x_(y)) [c](</a b>) [mail](mailto:a@example.org) [here](/events)',
  'Hello {{firstName}}, {{other}} & &amp; &lt;b&gt; \\*x\\* 2 < 3 > 1',
  '<strong>Note:</strong>this',
  '- \n- a',
  '***\n\na\n\n___',
  'مرحبا **بكم** 👩🏽‍🌾 _x_',
])('%j can be edited, and reads the same when it was', (text) => {
  expect(kinds(text)).not.toContain('asWritten')
  expect(read(rewritten(text))).toBe(read(text))
})

test.each([
  '# a',
  '- a',
  '+ a',
  '1. a',
  '12) a',
  '> a',
  '---',
  '===',
  '| a |',
  '*a*',
  '**a**',
  '_a_',
  '~a~',
  '`a`',
  '<b>a</b>',
  '&amp;',
  '[a](b)',
  '![a](b)',
  '\\',
  'a\\',
  '    a',
  '```',
  '#',
  '2. ',
  '{{firstName}}',
  '<!-- a',
  'a#',
  '__init__',
  'https://example.org/a_b_c',
])('the words %j, typed as words, stay these words', (text) => {
  for (const node of around(text)) {
    const [first, ...rest] = readRich(writeBlock(node))
    expect(rest).toEqual([])
    expect(wordsOf(first?.node).trim()).toBe(wordsOf(node).trim())
    expect(first?.node.type).toBe(node.type)
  }
})

function around(text: string): RichNode[] {
  const words = (...more: RichNode[]): RichNode[] => [{ type: 'text', text }, ...more]
  const paragraph = { type: 'paragraph', content: words() }
  return [
    paragraph,
    { type: 'paragraph', content: [{ type: 'text', text: 'before' }, { type: 'hardBreak' }, ...words()] },
    { type: 'heading', attrs: { level: 2 }, content: words() },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
    { type: 'blockquote', content: [paragraph] },
  ]
}

const wordsOf = (node?: RichNode): string =>
  node?.type === 'hardBreak' ? ' ' : (node?.text ?? (node?.content ?? []).map(wordsOf).join('')).replaceAll(/\s+/g, ' ')

test('any mix of marks on any words reads back as it was', () => {
  const random = dice(20261127)
  for (let round = 0; round < 400; round++) {
    const node: RichNode = { type: 'paragraph', content: Array.from({ length: 1 + random(6) }, () => piece(random)) }
    const [first, ...rest] = readRich(writeBlock(node))
    expect([round, rest]).toEqual([round, []])
    expect([round, lettersOf(first?.node)]).toEqual([round, lettersOf(node)])
  }
})

const bits = [
  'word',
  '/events',

  ' two ',
  'a*b',
  '_',
  '.',
  ' ',
  '(x)',
  '“q”',
  '**',
  '\\',
  '1. ',
  '- ',
  'é',
  '`',
  '[',
  '<i>',
  '!',
]
const marks = ['bold', 'italic', 'strike']
const links = ['https://example.org/a_(b)', '/events', 'mailto:a@example.org', '/', '#word']

function piece(random: (below: number) => number): RichNode {
  const text = Array.from({ length: 1 + random(3) }, () => bits[random(bits.length)]).join('')
  const own = marks.filter(() => random(3) === 0).map((type) => ({ type }))
  const linked = random(5) === 0 ? [{ type: 'link', attrs: { href: links[random(links.length)] ?? '' } }] : []
  return { type: 'text', text, marks: [...own, ...linked] }
}

/** Each letter with its marks; spaces aside. */
const lettersOf = (node?: RichNode): string[] =>
  (node?.content ?? []).flatMap(({ text = '', marks: around = [] }) =>
    [...text]
      .filter((sign) => sign.trim())
      .map(
        (sign) =>
          `${sign} ${around
            .map(({ type }) => type)
            .toSorted()
            .join(' ')}`,
      ),
  )

/** The same throws each time (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test('much hostile Markdown at once reads back as it was', () => {
  const text = `${'> '.repeat(150)}deep\n\n${'[a]('.repeat(500)}\n\n${'*a '.repeat(1000)}\n\n${'- a\n'.repeat(1000)}\n\n${'x'.repeat(200_000)}`
  expect(read(rewritten(text))).toBe(read(text))
})
