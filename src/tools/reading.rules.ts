import { itemKeysOf, itemsOf } from './reach.rules.ts'
import type { Choice, Condition, Item, Score, ToolDefinition } from './tool.definition.ts'

/** What somebody answered, by the key of the item. Several names or choices are a list, in their order. */
export type Answer = string | number | string[]
export type Answers = Record<string, Answer>

/** Answers as a tool reads them: what is asked at all, what counts, and which figures come of it. */
export type Reading = {
  /** Whether an item is asked, given what was answered so far. What is not asked does not count, whatever was sent. */
  isAsked: (item: string) => boolean
  answerTo: (item: string) => Answer | undefined
  choiceOf: (item: string) => Choice | undefined
  holds: (condition: Condition | undefined) => boolean
  /** Null where there is nothing to make it of. */
  score: (key: string) => number | null
}

/** Reads answers by a tool without flaws: each item and each score is looked at once. */
export function readAnswers(tool: ToolDefinition, answers: Answers): Reading {
  const whens = new Map(tool.sections.flatMap(({ when, items }) => items.map((item) => [item.key, { section: when, item }] as const)))
  const figures = new Map(tool.scores.map((score) => [score.key, score]))
  const isAsked = once((name) => {
    const known = whens.get(name)
    return known !== undefined && holds(known.section) && holds(known.item.when)
  })
  const answerTo = (name: string) => (isAsked(name) && Object.hasOwn(answers, name) ? answers[name] : undefined)
  const choiceOf = (name: string) => {
    const [item, answer] = [whens.get(name)?.item, answerTo(name)]
    return item && choicesOf(tool, item).find(({ key }) => key === answer)
  }
  const score = once((name) => {
    const found = figures.get(name)
    return found ? figure(tool, found, { answerTo, choiceOf }) : null
  })
  const holds = (condition: Condition | undefined): boolean => condition === undefined || isTrue(condition, { answerTo, score, holds })
  return { isAsked, answerTo, choiceOf, holds, score }
}

function once<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    if (!known.has(name)) known.set(name, find(name))
    return known.get(name) as T
  }
}

export const choicesOf = (tool: Pick<ToolDefinition, 'scales'>, item: Item): Choice[] =>
  item.kind === 'scale' ? (tool.scales[item.scale]?.choices ?? []) : 'choices' in item ? item.choices : []

type Known = Pick<Reading, 'answerTo' | 'score' | 'holds'>

function isTrue(condition: Condition, known: Known): boolean {
  if ('item' in condition) return isSo(condition, known.answerTo(condition.item))
  if ('score' in condition) return lies(known.score(condition.score), condition)
  if ('count' in condition) return condition.count.filter((name) => isOneOf(known.answerTo(name), condition.is)).length >= condition.atLeast
  if ('not' in condition) return !known.holds(condition.not)
  return 'all' in condition ? condition.all.every(known.holds) : condition.any.some(known.holds)
}

function isSo(condition: Extract<Condition, { item: string }>, answer: Answer | undefined): boolean {
  if ('is' in condition) return isOneOf(answer, condition.is)
  if ('answered' in condition) return (answer !== undefined) === condition.answered
  const said = ` ${[answer ?? '']
    .flat()
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return condition.mentions.some((word) => said.includes(` ${word.toLowerCase()} `))
}

const isOneOf = (answer: Answer | undefined, wanted: string[]) => [answer ?? []].flat().some((one) => wanted.includes(String(one)))

/** Of no figure nothing is said. */
const lies = (
  value: number | null,
  { atLeast = -Infinity, below = Infinity }: { atLeast?: number | undefined; below?: number | undefined },
) => value !== null && value >= atLeast && value < below

function figure(tool: ToolDefinition, { as, of, over = [] }: Score, known: Pick<Reading, 'answerTo' | 'choiceOf'>): number | null {
  const items = new Map(itemsOf(tool).map((item) => [item.key, item]))
  const counted = (named: string[]) =>
    itemKeysOf(tool, named).flatMap((name) => {
      const item = items.get(name)
      const points = item && pointsOf(item, known)
      return item && points !== undefined ? [{ points: points * weightOf(item), best: bestOf(tool, item) * weightOf(item) }] : []
    })
  const parts = counted(of)
  if (parts.length === 0) return null
  const sum = total(parts.map(({ points }) => points))
  if (as === 'sum') return sum
  return percent(sum, total(as === 'percent' ? parts.map(({ best }) => best) : counted(over).map(({ points }) => points)))
}

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** Of nothing there is no share. */
const percent = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 1000) / 10 : null)

const weightOf = (item: Item) => (item.kind === 'scale' ? item.weight : 1)

/** What an answer counts: the points of a choice, a number itself, how many were named. */
function pointsOf(item: Item, { answerTo, choiceOf }: Pick<Reading, 'answerTo' | 'choiceOf'>): number | undefined {
  const answer = answerTo(item.key)
  if (typeof answer === 'number') return answer
  if (item.kind === 'people' || item.kind === 'rank') return Array.isArray(answer) ? answer.length : undefined
  if (item.kind === 'pick' && Array.isArray(answer))
    return total(item.choices.filter(({ key }) => answer.includes(key)).map(({ points = 0 }) => points))
  return choiceOf(item.key)?.points
}

const bestOf = (tool: ToolDefinition, item: Item) => Math.max(0, ...choicesOf(tool, item).map(({ points = 0 }) => points))
