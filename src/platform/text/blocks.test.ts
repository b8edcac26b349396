import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'

const read = (source: string) => blocksOf(source, 'https://community.example.org')

test('what people write becomes a tree of what they read', () => {
  expect(read('Say *who* **asks**: `now` &amp; ~~then~~.\n\n### How ###\n\n> Listen.\n\n---\n\n| A | B |\n|---|---|\n| 1 | 2 |')).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Say ' },
        { text: 'who', em: true },
        { text: ' ' },
        { text: 'asks', strong: true },
        { text: ': ' },
        { text: 'now', code: true },
        { text: ' & ' },
        { text: 'then', struck: true },
        { text: '.' },
      ],
    },
    { kind: 'heading', level: 3, runs: [{ text: 'How' }] },
    { kind: 'quote', blocks: [{ kind: 'paragraph', runs: [{ text: 'Listen.' }] }] },
    { kind: 'rule' },
    {
      kind: 'table',
      rows: [
        [[{ text: 'A' }], [{ text: 'B' }]],
        [[{ text: '1' }], [{ text: '2' }]],
      ],
    },
  ])
  expect(read('3. Ask.\n4. Wait.\n   - long')).toEqual([
    {
      kind: 'list',
      start: 3,
      items: [
        [{ kind: 'paragraph', runs: [{ text: 'Ask.' }] }],
        [
          { kind: 'paragraph', runs: [{ text: 'Wait.' }] },
          { kind: 'list', start: null, items: [[{ kind: 'paragraph', runs: [{ text: 'long' }] }]] },
        ],
      ],
    },
  ])
})

test.each([
  ['the web', '[x](https://example.org/a)', 'https://example.org/a'],
  ['a mail', '[x](mailto:ada@example.org)', 'mailto:ada@example.org'],
  ['a page of ours, by its whole address', '[x](/tips/roles)', 'https://community.example.org/tips/roles'],
  ['no script', '[x](javascript:alert(1))', undefined],
  ['no file', '[x](file:///etc/passwd)', undefined],
  ['no other site in disguise', '[x](//evil.example)', undefined],
])('a link leads to %s', (_, source, href) => {
  const [block] = read(source)
  expect(block?.kind === 'paragraph' && block.runs[0]?.href).toBe(href)
})

test('HTML is words or nothing, and what is nested without end is read as it stands', () => {
  expect(read('<script>alert(1)</script>\n\nA <b onclick="x()">bold</b> word.')).toEqual([
    { kind: 'paragraph', runs: [{ text: 'A ' }, { text: 'bold' }, { text: ' word.' }] },
  ])
  expect(read('> '.repeat(500) + 'deep')).toHaveLength(1)
})
