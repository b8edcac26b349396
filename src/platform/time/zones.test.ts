import { expect, test } from 'vitest'
import { formatZone, isTimeZone, zoneGroups } from './zones.ts'

const winter = Temporal.Instant.from('2026-01-15T20:00:00Z')
const summer = Temporal.Instant.from('2026-07-15T20:00:00Z')

test('a zone is named as people say it, the same in summer and winter', () => {
  for (const moment of [winter, summer]) {
    expect(formatZone('America/Chicago', 'en', moment)).toBe('Central Time')
    expect(formatZone('America/Chicago', 'es', moment)).toBe('hora central')
  }
  expect(formatZone('UTC', 'en', winter)).toBe('UTC')
})

test.each([
  ['America/Chicago', true],
  ['America/Indiana/Indianapolis', true],
  ['UTC', true],
  ['EST', false],
  ['+05:00', false],
  ['Mars/Olympus', false],
  ['America/Chicago\r\nBcc: all', false],
  ['', false],
  [undefined, false],
])('%j is a zone: %s', (text, answer) => expect(isTimeZone(text)).toBe(answer))

test('the zones of the United States come first, and each zone stands once', () => {
  const groups = zoneGroups('en', winter)
  expect(groups[0]?.zones[0]).toEqual({ value: 'America/New_York', words: 'Eastern Time (New York)' })
  const all = groups.flatMap((group) => group.zones.map((zone) => zone.value))
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(400)
})
