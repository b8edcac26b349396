import { itemsOf } from './reach.rules.ts'
import { readAnswers, type Answers, type Reading } from './reading.rules.ts'
import type { Advice, ScaleItem, Score, ToolDefinition, ToolWords, Tone } from './tool.definition.ts'

export type Next = { say: ToolWords; to?: string | undefined }
export type ScoreResult = { score: Score; value: number; band: Score['bands'][number] | null }

/** All that a page, a file or a mail says of a run. */
export type Result = {
  verdict: { key: string; tone: Tone; words: ToolWords; say: ToolWords } | null
  scores: ScoreResult[]
  strengths: ScaleItem[]
  findings: ToolWords[]
  /** Three at most: more is a list that nobody begins. */
  nexts: Next[]
  /** What nobody knew, to be found out. */
  toFindOut: ScaleItem[]
  gates: { item: ScaleItem; isOpen: boolean }[]
  /** What is to be done, dated where the day is known. */
  todo: { item: ScaleItem; say: ToolWords; due: number; on: string | null }[]
  answered: number
  asked: number
}

const mostNexts = 3

export function resultOf(tool: ToolDefinition, answers: Answers): Result {
  const reading = readAnswers(tool, answers)
  const asked = itemsOf(tool).filter(({ key }) => reading.isAsked(key))
  const chosen = asked.filter((item) => item.kind === 'scale')
  const taken = chosen.flatMap((item) => adviceFor(item, reading).map((advice) => ({ item, advice })))
  return {
    verdict: verdictOf(tool, chosen, reading),
    scores: tool.scores.flatMap((score) => shown(score, reading.score(score.key))),
    strengths: strengthsOf(tool, chosen, reading),
    findings: tool.findings.filter(({ when }) => reading.holds(when)).map(({ words }) => words),
    nexts: nextsOf(tool, taken, reading),
    toFindOut: chosen.filter(({ key }) => reading.choiceOf(key)?.unsure),
    gates: chosen.filter(({ gate }) => gate).map((item) => ({ item, isOpen: isStrong(tool, item, reading) })),
    todo: todoOf(tool, taken, reading),
    answered: asked.filter(({ key }) => reading.answerTo(key) !== undefined).length,
    asked: asked.length,
  }
}

/** Who has answered nothing that counts is told nothing. */
function verdictOf(tool: ToolDefinition, chosen: ScaleItem[], reading: Reading): Result['verdict'] {
  const counts =
    chosen.some(({ key }) => reading.choiceOf(key)?.points !== undefined) || tool.scores.some(({ key }) => reading.score(key) !== null)
  return (counts && tool.verdicts.find(({ when }) => reading.holds(when))) || null
}

function shown(score: Score, value: number | null): ScoreResult[] {
  return value === null || score.show === 'no' ? [] : [{ score, value, band: bandOf(score, value) }]
}

/** The highest band that the value has reached; one without a beginning lies below all. */
export const bandOf = ({ bands }: Score, value: number) =>
  bands.filter(({ from = -Infinity }) => value >= from).toSorted((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))[0] ?? null

const isStrong = (tool: ToolDefinition, item: ScaleItem, reading: Reading) => {
  const strong = tool.scales[item.scale]?.strong
  return strong !== undefined && reading.answerTo(item.key) === strong
}

const strengthsOf = (tool: ToolDefinition, chosen: ScaleItem[], reading: Reading): ScaleItem[] =>
  chosen
    .filter((item) => isStrong(tool, item, reading))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, tool.strengths)

const adviceFor = (item: ScaleItem, reading: Reading): Advice[] => {
  const answer = reading.answerTo(item.key)
  return typeof answer === 'string' ? item.advice.filter(({ on }) => on.includes(answer)) : []
}

type Taken = { item: ScaleItem; advice: Advice }

/** The most urgent first; of two alike, the one that is asked about first. The same thing is not said twice. */
function nextsOf(tool: ToolDefinition, taken: Taken[], reading: Reading): Next[] {
  const all = [...taken.map(({ advice }) => advice), ...tool.nexts.filter(({ when }) => reading.holds(when))]
  const urgent = all.toSorted((a, b) => b.urgency - a.urgency)
  return [...new Map(urgent.map(({ say, to }) => [say.en, { say, to }])).values()].slice(0, mostNexts)
}

function todoOf(tool: ToolDefinition, taken: Taken[], reading: Reading): Result['todo'] {
  const day = tool.day === undefined ? undefined : reading.answerTo(tool.day)
  return taken
    .flatMap(({ item, advice: { say, due } }) => (due === undefined ? [] : [{ item, say, due, on: before(day, due) }]))
    .toSorted((a, b) => b.due - a.due)
}

const before = (day: unknown, days: number) => (typeof day === 'string' ? Temporal.PlainDate.from(day).subtract({ days }).toString() : null)
