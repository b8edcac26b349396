import { expect, test } from 'vitest'
import { doingsOf, movedDoings, nextDoing } from './doing.rules.ts'

const list = (...leads: string[]) => doingsOf(leads.map((lead, at) => `${at + 1}. **${lead}** More.`).join('\n'))

test('what to do is the first numbered list of a step', () => {
  const body =
    'Before.\n\n- no\n\n## What to do\n\n1. **Ask [Ben](/x).** Twice,\n   and listen.\n2. Wait a day. Then *go*.\n\n3) One word\n\n## Do\n\n1. No.'
  expect(doingsOf(body)).toEqual([
    { number: 1, lead: 'Ask Ben.', more: 'Twice, and listen.' },
    { number: 2, lead: 'Wait a day.', more: 'Then go.' },
    { number: 3, lead: 'One word', more: '' },
  ])
  expect(doingsOf('```\n1. no\n```\n\nWords.')).toEqual([])
  expect(doingsOf('1. a\n'.repeat(5000))).toHaveLength(99)
})

test('the next is the first that is not done', () => {
  expect(nextDoing(list('A', 'B', 'C'), [1, 3])?.lead).toBe('B')
  expect(nextDoing(list('A'), [1])).toBeUndefined()
})

test.each([
  [
    'one more goes in before it',
    ['A', 'B'],
    ['New', 'A', 'B'],
    [
      [1, 2],
      [2, 3],
    ],
  ],
  [
    'it is said in other words',
    ['A', 'B'],
    ['A', 'Better'],
    [
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'it is taken out',
    ['A', 'B', 'C'],
    ['A', 'C'],
    [
      [1, 1],
      [3, 2],
    ],
  ],
  [
    'all are put in another order',
    ['A', 'B'],
    ['B', 'A'],
    [
      [1, 2],
      [2, 1],
    ],
  ],
])('what was done stays done when %s', (_, before, after, moved) =>
  expect([...movedDoings(list(...before), list(...after))].toSorted()).toEqual(moved),
)
