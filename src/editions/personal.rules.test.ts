import { expect, test } from 'vitest'
import { nextTipFor } from './personal.rules.ts'

const day = (of: number) => Temporal.Instant.from(`2026-03-0${of}T12:00:00Z`)
const tips = [3, 2, 1].map((of) => ({ slug: `tip-${of}`, publishedAt: day(of) }))

test.each([
  ['nothing was received', [], [], 'tip-3'],
  ['the tip stands in this edition for everybody', [], ['tip-3'], 'tip-2'],
  ['an earlier edition showed it to everybody', [{ id: 'a', sentAt: day(4), tips: ['tip-3'], hasNextTip: false }], [], 'tip-2'],
  ['an earlier place brought what was newest then', [{ id: 'a', sentAt: day(2), tips: [], hasNextTip: true }], [], 'tip-3'],
  ['two earlier places brought two', [4, 5].map((of) => ({ id: `${of}`, sentAt: day(of), tips: [], hasNextTip: true })), [], 'tip-1'],
  ['all were had', [4, 5, 6].map((of) => ({ id: `${of}`, sentAt: day(of), tips: [], hasNextTip: true })), [], undefined],
])('the next tip when %s', (_, received, here, expected) => {
  expect(nextTipFor(received, tips, { now: day(9), tips: here })).toBe(expected)
})

test('whoever marked a step gets the tips under it first, from then on', () => {
  const atStep = { since: day(5), tips: ['tip-1'] }
  const had = (of: number) => ({ id: `${of}`, sentAt: day(of), tips: [], hasNextTip: true })
  expect(nextTipFor([], tips, { now: day(9), tips: [], atStep })).toBe('tip-1')
  expect(nextTipFor([had(6)], tips, { now: day(9), tips: [], atStep })).toBe('tip-3')
  expect(nextTipFor([had(4)], tips, { now: day(9), tips: [], atStep })).toBe('tip-1')
})
