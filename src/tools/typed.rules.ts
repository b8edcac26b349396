import { itemsOf } from './reach.rules.ts'
import { choicesOf, readAnswers, type Answer, type Answers } from './reading.rules.ts'
import type { Item, ToolDefinition } from './tool.definition.ts'

/** Fields as a form sends them; one sent several times is a list. */
export type Typed = Record<string, unknown>
export type Problem = 'missing' | 'not-a-number' | 'out-of-range' | 'too-long' | 'too-many' | 'not-a-day'

export const fieldOf = (item: string) => `q-${item}`
/** Where several may be chosen or put in order, each choice has a field of its own. */
export const choiceFieldOf = (item: string, choice: string) => `q-${item}-${choice}`

const longest = { line: 300, text: 4000, name: 160 }

/** What was typed, as answers; and what is to be mended, by the key of its item. A choice that nobody offers is no answer. */
export function answersIn(tool: ToolDefinition, typed: Typed): { answers: Answers; problems: Record<string, Problem> } {
  const answers: Answers = {}
  const problems: Record<string, Problem> = {}
  for (const item of itemsOf(tool)) {
    const read = readItem(tool, item, typed)
    if (read === null) continue
    if (typeof read === 'object' && 'problem' in read) problems[item.key] = read.problem
    else answers[item.key] = read
  }
  return { answers, problems }
}

/** What must be answered before a run is finished, and is asked. */
export function missingIn(tool: ToolDefinition, answers: Answers): Record<string, Problem> {
  const { isAsked, answerTo } = readAnswers(tool, answers)
  const missing = itemsOf(tool).filter(({ key, needed }) => needed && isAsked(key) && answerTo(key) === undefined)
  return Object.fromEntries(missing.map(({ key }) => [key, 'missing']))
}

type Read = Answer | { problem: Problem } | null

type Chosen = Extract<Item, { kind: 'scale' | 'pick' | 'rank' }>
type Written = Exclude<Item, Chosen>

const isChosen = (item: Item): item is Chosen => item.kind === 'scale' || item.kind === 'pick' || item.kind === 'rank'

function readItem(tool: ToolDefinition, item: Item, typed: Typed): Read {
  const sent = listOf(typed[fieldOf(item.key)])[0] ?? ''
  return isChosen(item) ? readChosen(tool, item, { sent, typed }) : readWritten(item, sent)
}

function readChosen(tool: ToolDefinition, item: Chosen, { sent, typed }: { sent: string; typed: Typed }): Read {
  if (item.kind === 'rank') return ranked(item, typed)
  if (item.kind === 'pick' && item.several) return ticked(item, typed)
  return choicesOf(tool, item).find(({ key }) => key === sent)?.key ?? null
}

function readWritten(item: Written, sent: string): Read {
  switch (item.kind) {
    case 'number':
      return readNumber(item, sent)
    case 'people':
      return readNames(item, sent)
    case 'date':
      return readDay(sent)
    case 'line':
    case 'text':
      return readWords(item.kind, sent)
  }
}

const listOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

function ticked(item: Extract<Item, { kind: 'pick' }>, typed: Typed): Read {
  const chosen = item.choices.map(({ key }) => key).filter((key) => listOf(typed[choiceFieldOf(item.key, key)])[0])
  return chosen.length > 0 ? chosen : null
}

/** Places are chosen by number; of two with the same number, the one that is offered first stands first. */
function ranked(item: Extract<Item, { kind: 'rank' }>, typed: Typed): Read {
  const placed = item.choices.flatMap(({ key }) => {
    const place = Number(listOf(typed[choiceFieldOf(item.key, key)])[0] || Number.NaN)
    return place >= 1 && place <= item.choices.length ? [{ key, place }] : []
  })
  return placed.length > 0 ? placed.toSorted((a, b) => a.place - b.place).map(({ key }) => key) : null
}

function readNumber({ min, max }: Extract<Item, { kind: 'number' }>, typed: string): Read {
  const written = typed
    .trim()
    .replace(/^\$/, '')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
  if (written === '') return null
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(written)) return { problem: 'not-a-number' }
  const number = Number(written)
  return number < min || number > max ? { problem: 'out-of-range' } : number
}

function readNames({ most }: Extract<Item, { kind: 'people' }>, typed: string): Read {
  const names = clean(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (names.length > most) return { problem: 'too-many' }
  if (names.some((name) => name.length > longest.name)) return { problem: 'too-long' }
  return names.length > 0 ? names : null
}

function readDay(typed: string): Read {
  if (typed.trim() === '') return null
  try {
    const day = Temporal.PlainDate.from(typed.trim())
    return day.year >= 2000 && day.year <= 2100 ? day.toString() : { problem: 'not-a-day' }
  } catch {
    return { problem: 'not-a-day' }
  }
}

function readWords(kind: 'line' | 'text', typed: string): Read {
  const words = kind === 'line' ? clean(typed).replaceAll(/\s+/g, ' ').trim() : clean(typed).trim()
  if (words.length > longest[kind]) return { problem: 'too-long' }
  return words === '' ? null : words
}

/** Without what a database or a file could not keep: halves of letters, control characters. */
const clean = (typed: string) =>
  typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')

/** Answers as their fields show them again. */
export function typedFrom(tool: ToolDefinition, answers: Answers): Record<string, string> {
  return Object.fromEntries(itemsOf(tool).flatMap((item) => (Object.hasOwn(answers, item.key) ? fieldsFrom(item, answers[item.key]) : [])))
}

function fieldsFrom({ kind, key }: Item, answer: Answer | undefined): [string, string][] {
  if (!Array.isArray(answer)) return [[fieldOf(key), String(answer ?? '')]]
  if (kind === 'people') return [[fieldOf(key), answer.join('\n')]]
  return answer.map((choice, at) => [choiceFieldOf(key, choice), kind === 'rank' ? String(at + 1) : 'yes'])
}
