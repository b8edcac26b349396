import { expect, test } from 'vitest'
import { isLanguage, wordsFor } from './words.ts'

test('a sentence is said in the reader’s language, counts as people write them', () => {
  expect(wordsFor('en')('{{count}} things to mend', { count: 3025 })).toBe('3,025 things to mend')
  expect(wordsFor('es')('Sign in')).toBe('Iniciar sesión')
})

test('what stands in a sentence is neither changed nor read as a sentence', () => {
  expect(wordsFor('en')('In {{zone}}.', { zone: '<b>{{count}}</b> $t(Sign in)' })).toBe('In <b>{{count}}</b> $t(Sign in).')
  expect(wordsFor('en')('In {{zone}}.', { zone: 2026 })).toBe('In 2026.')
})

test('only languages of the house are languages', () => {
  expect(['en', 'es', 'fr', '', null, undefined, '__proto__'].filter(isLanguage)).toEqual(['en', 'es'])
})
