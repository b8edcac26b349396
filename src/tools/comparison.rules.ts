import { itemsOf } from './reach.rules.ts'
import { readAnswers, type Answers } from './reading.rules.ts'
import type { ToolDefinition } from './tool.definition.ts'

export type ComparedRun = { id: string; personId: string; answers: Answers; finishedAt: Temporal.Instant }
/** How many give an item its strong answer, in steps of five percent; near all or none it is not said how near. */
export type Share = number | 'nearly-all' | 'hardly-any'
export type Comparison = { runIds: string[]; shares: Record<string, Share> }

/** Of fewer, and of a difference of fewer, one could guess who it was. */
export const fewestCompared = 5

/**
 * The comparison that may be shown now, or null when what was shown before stays: it is made of one run a person, of five people at least,
 * and differs from each earlier one by five people at least, so that nobody is found by taking one from another.
 */
export function nextComparison(tool: ToolDefinition, runs: ComparedRun[], earlier: string[][]): Comparison | null {
  const latest = [...Map.groupBy(runs, ({ personId }) => personId).values()].flatMap((theirs) => theirs.toSorted(newestFirst).slice(0, 1))
  const runIds = latest.map(({ id }) => id).toSorted()
  if (runIds.length < fewestCompared || earlier.some((before) => differenceOf(before, runIds) < fewestCompared)) return null
  return { runIds, shares: sharesOf(tool, latest) }
}

const newestFirst = (a: ComparedRun, b: ComparedRun) => Temporal.Instant.compare(b.finishedAt, a.finishedAt)

/** Of how many people at least the two speak differently: one run a person, so those that came, or those that went. */
export function differenceOf(before: string[], now: string[]): number {
  const [old, current] = [new Set(before), new Set(now)]
  return Math.max(current.difference(old).size, old.difference(current).size)
}

function sharesOf(tool: ToolDefinition, runs: ComparedRun[]): Comparison['shares'] {
  const readings = runs.map(({ answers }) => readAnswers(tool, answers))
  return Object.fromEntries(
    itemsOf(tool).flatMap((item) => {
      const strong = item.kind === 'scale' ? tool.scales[item.scale]?.strong : undefined
      const said = readings.map((reading) => reading.answerTo(item.key)).filter((answer) => answer !== undefined)
      if (strong === undefined || said.length < fewestCompared || (said.length < runs.length && runs.length - said.length < fewestCompared))
        return []
      return [[item.key, shareOf(said.filter((answer) => answer === strong).length, said.length)]]
    }),
  )
}

function shareOf(count: number, people: number): Share {
  if (count >= people - 1) return 'nearly-all'
  return count <= 1 ? 'hardly-any' : Math.round((count / people) * 20) * 5
}
