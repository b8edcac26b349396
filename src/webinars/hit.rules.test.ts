import { expect, test } from 'vitest'
import { bestSentences } from './hit.rules.ts'

const first = (...places: number[]) => places.map((place) => ({ language: 'en', place }))

test.each([
  ['nothing was said', {}, []],
  ['a stem that nobody said', { en: { dairi: null } }, []],
  ['the earliest, three at most', { en: { dairi: '1,4,10,20' } }, first(1, 4, 10)],
  ['those that have more of what was asked come first', { en: { dairi: '1,4,10', truck: '10,30' } }, first(10, 1, 4)],
  ['two digits come after one', { en: { dairi: '9,10,100' } }, first(9, 10, 100)],
  ['the reader’s language first', { es: { lecheri: '2' }, en: { dairi: '7' } }, [...first(7), { language: 'es', place: 2 }]],
])('of sentences, %s', (_, places, best) => expect(bestSentences(places, 'en')).toEqual(best))
