import { expect, test } from 'vitest'
import { changeFor, type Tool } from './writing.rules.ts'

/** Chosen text stands between « and ». */
function press(tool: Tool, shown: string): string {
  const start = shown.indexOf('«')
  const end = shown.indexOf('»') - 1
  const text = shown.replace(/[«»]/g, '')
  const change = changeFor(tool, { text, start, end })
  const after = text.slice(0, change.from) + change.insert + text.slice(change.to)
  return `${after.slice(0, change.start)}«${after.slice(change.start, change.end)}»${after.slice(change.end)}`
}

test.each<[Tool, string, string]>([
  ['bold', 'a «word» b', 'a **«word»** b'],
  ['bold', 'a **«word»** b', 'a «word» b'],
  ['bold', 'a« word »b', 'a **«word»** b'],
  ['bold', '«»', '**«»**'],
  ['italic', 'a «word» b', 'a *«word»* b'],
  ['italic', 'a *«word»* b', 'a «word» b'],
  ['italic', 'a **«word»** b', 'a ***«word»*** b'],
  ['italic', 'a ***«word»*** b', 'a **«word»** b'],
  ['heading', 'one\ntw«»o\nthree', 'one\n## two«»\nthree'],
  ['heading', '## tw«»o', 'two«»'],
  ['list', '«one\ntwo»\nthree', '«- one\n- two»\nthree'],
  ['list', '«- one\n- two»', '«one\ntwo»'],
  ['list', '«»', '- «»'],
  ['numbers', '«one\n\ntwo»', '«1. one\n\n2. two»'],
  ['numbers', '«one\ntwo\n»', '«1. one\n2. two»\n'],
  ['numbers', '«- one\n- two»', '«1. one\n2. two»'],
  ['quote', 'o«n»e', '> one«»'],
  ['link', 'see «here» now', 'see [here](«https://») now'],
  ['link', '«https://example.org/a»', '[«»](https://example.org/a)'],
  ['link', '«»', '[](«https://»)'],
])('%s turns %j into %j', (tool, before, after) => expect(press(tool, before)).toBe(after))
