import { expect, test } from 'vitest'
import { inRows, sectionsOf } from './section.rules.ts'

const headings = (body: string) => inRows(sectionsOf(body)).map((row) => row.map(({ heading }) => heading))

test('a text is parted at its headings of the second level', () => {
  expect(sectionsOf('Before.\n\n## What to do\n\n1. Ask.\n\n### Then\n\nWait.\n\n## Do ##\r\n\r\n- Listen.')).toEqual([
    { heading: '', markdown: 'Before.' },
    { heading: 'What to do', markdown: '1. Ask.\n\n### Then\n\nWait.' },
    { heading: 'Do', markdown: '- Listen.' },
  ])
  expect(sectionsOf('```\n## no heading\n```')).toEqual([{ heading: '', markdown: '```\n## no heading\n```' }])
  expect(sectionsOf('')).toEqual([])
})

test.each([
  ['what to do and what not', '## Do\n\n- a\n- b\n\n## Don’t\n\n- c', [['Do', 'Don’t']]],
  [
    'two pairs',
    '## A\n- a\n## B\n- b\n## C\n- c\n## D\n- d',
    [
      ['A', 'B'],
      ['C', 'D'],
    ],
  ],
  ['a list and words', '## A\n- a\n## B\nWords.', [['A'], ['B']]],
  ['numbered lists, which are read in order', '## A\n1. a\n## B\n- b', [['A'], ['B']]],
  ['items that go on in a second line', '## A\n- a\n  more\n## B\n- b', [['A', 'B']]],
  ['a heading with nothing below', '## A\n## B\n- b', [['A'], ['B']]],
])('beside each other: %s', (_, body, rows) => expect(headings(body)).toEqual(rows))
