import { expect, test } from 'vitest'
import { untilWords } from './until.ts'

const minutes = (count: number) => ({ epochMilliseconds: count * 60_000 })

test.each([
  [0.2, 'in 1 minute'],
  [1, 'in 1 minute'],
  [119, 'in 119 minutes'],
  [120, 'in 2 hours'],
  [47 * 60, 'in 47 hours'],
  [48 * 60, 'in 2 days'],
  [-5, 'in 1 minute'],
])('%d minutes ahead is %j', (ahead, words) => expect(untilWords(minutes(0), minutes(ahead), 'en')).toBe(words))

test('in Spanish too', () => expect(untilWords(minutes(0), minutes(180), 'es')).toBe('dentro de 3 horas'))
