import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorOf, axisAnchorOf, labelled, middleOf, placeOfMost, yearShown } from './chart.rules.ts'

test('never more words stand below than fit, evenly, and the last place has its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
      const places = [...labelled(count, most)]
      expect(places.length).toBeLessThanOrEqual(most)
      expect(places.at(-1)).toBe(count - 1)
      expect(new Set(places.slice(1).map((place, order) => place - (places[order] ?? 0))).size).toBeLessThanOrEqual(1)
    }),
  )
})

test('a year stands where it is new, but no two side by side at the beginning', () => {
  expect(yearShown(['2025', '2026', '2026'])).toEqual([false, true, false])
  expect(yearShown(['2025', '2025', '2026'])).toEqual([true, false, true])
  expect(yearShown(['2026'])).toEqual([true])
  expect(yearShown([])).toEqual([])
})

test('places share the width, and what stands at an end is not cut off', () => {
  expect([0, 1, 2].map((place) => middleOf(place, 3))).toEqual([16.67, 50, 83.33])
  expect([0, 1, 2].map((place) => anchorOf(place, 3))).toEqual(['start', 'middle', 'end'])
  expect(anchorOf(0, 1)).toBe('middle')
  expect([axisAnchorOf(0, 12), axisAnchorOf(0, 52), axisAnchorOf(51, 52)]).toEqual(['middle', 'start', 'end'])
})

test('of several that are largest the last carries the figure', () => {
  expect(placeOfMost([1, 3, 3, 0])).toBe(2)
  expect(placeOfMost([])).toBe(0)
})
