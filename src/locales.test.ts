import { globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '#platform/text'
import { root } from '#root'

const quoted = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`
const said = new RegExp(String.raw`\b(?:t|say)\(\s*${quoted}`, 'g')

/** Every sentence that the sources say to people. */
function sentences(): { sentence: string; file: string }[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.') && !file.startsWith('src/test/'))
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(said)].map(([, literal = "''"]) => ({ file, sentence: unquoted(literal) })),
  )
}

const unquoted = (literal: string) =>
  literal
    .slice(1, -1)
    .replace(/\\u\{?([0-9a-f]+)\}?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1')

const holes = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name = '']) => name)
    .toSorted((a, b) => a.localeCompare(b))
    .join(' ')

test('every sentence is said in Spanish, with the same places to fill', () => {
  const spanish = catalogue('es')
  const missing = sentences().filter(({ sentence }) => !(sentence in spanish) && !(`${sentence}_other` in spanish))
  expect(missing).toEqual([])

  const uneven = Object.entries(spanish).filter(
    ([key, words]) => holes(key.replace(/_(one|other|many)$/, '')) !== holes(words) && !key.endsWith('_one'),
  )
  expect(uneven).toEqual([])
})

test('a sentence that counts has its plural in both languages', () => {
  const english = catalogue('en')
  const spanish = catalogue('es')
  const counting = sentences().filter(({ sentence }) => sentence.includes('{{count}}'))
  expect(
    counting.filter(({ sentence }) => [english, spanish].some((words) => !(`${sentence}_one` in words) || !(`${sentence}_other` in words))),
  ).toEqual([])
})

test('no sentence stands in two files, and none is left that nobody says', () => {
  const folder = join(root, 'locales', 'es')
  const keys = readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])

  const used = new Set(sentences().map(({ sentence }) => sentence))
  expect(keys.filter((key) => !used.has(key) && !used.has(key.replace(/_(one|many|other)$/, '')))).toEqual([])
})
