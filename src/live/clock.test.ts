import { expect, test } from 'vitest'
import { clockWords, peerAssist, standingAt } from './clock.rules.ts'

test.each([
  [-3, { step: 0, left: 300 }],
  [0, { step: 0, left: 300 }],
  [299, { step: 0, left: 1 }],
  [300, { step: 1, left: 600 }],
  [1799, { step: 2, left: 1 }],
  [2099, { step: 3, left: 1 }],
  [2100, 'over'],
])('after %d seconds a challenge is at %j', (seconds, standing) => {
  expect(standingAt(peerAssist, seconds)).toEqual(standing)
})

test.each([
  [245, false, '4:05'],
  [-1, false, '0:00'],
  [3725.9, false, '62:05'],
  [245, true, '5:00'],
])('%d seconds, to the minute: %s, read %s', (seconds, toTheMinute, words) => {
  expect(clockWords(seconds, { toTheMinute })).toBe(words)
})
