import { expect, test } from 'vitest'
import { betterSubject, chanceOfAtLeast } from './trial.rules.ts'

test.each([
  ['nothing came of either', [50, 0], [50, 0], 'a'],
  ['all of few came of the second', [50, 0], [50, 4], 'a'],
  ['five came of the second and none of the first', [50, 0], [50, 5], 'b'],
  ['the second is a little ahead', [1000, 40], [1000, 45], 'a'],
  ['the second is far ahead', [1000, 40], [1000, 62], 'b'],
  ['the first is far ahead', [1000, 62], [1000, 40], 'a'],
  ['more got the second, as many acts', [500, 20], [1000, 30], 'a'],
  ['nobody got the second', [10, 0], [0, 3], 'a'],
  ['very many acts', [100_000, 20_000], [100_000, 20_500], 'b'],
] as const)('the subject for the rest when %s', (_, [sentA, actsA], [sentB, actsB], better) => {
  expect(betterSubject({ sent: sentA, acts: actsA }, { sent: sentB, acts: actsB })).toBe(better)
})

test('the chance is that of a binomial', () => {
  expect(chanceOfAtLeast(0, 7, 0.3)).toBeCloseTo(1, 12)
  expect(chanceOfAtLeast(5, 5, 0.5)).toBeCloseTo(1 / 32, 12)
  expect(chanceOfAtLeast(2, 3, 0.5)).toBeCloseTo(0.5, 12)
  expect(chanceOfAtLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12)
})
