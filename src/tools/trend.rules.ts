import { readAnswers, type Answers } from './reading.rules.ts'
import type { Score, ToolDefinition } from './tool.definition.ts'

export type Done = { answers: Answers; definition: ToolDefinition; finishedAt: Temporal.Instant | null }
/** One figure through all runs of a team; null where it could not be made, or was not asked for yet. */
export type TrendLine = { score: Score; values: (number | null)[]; change: number | null }

/** How the figures of a tool went from run to run, each read by the version it was answered with. */
export function trendOf(tool: ToolDefinition, runs: Done[]): TrendLine[] {
  if (runs.length < 2) return []
  const readings = runs.map(({ definition, answers }) => readAnswers(definition, answers))
  return tool.scores
    .filter(({ show }) => show !== 'no')
    .map((score) => {
      const values = readings.map((reading) => reading.score(score.key))
      const [before, now] = values.slice(-2)
      return { score, values, change: typeof before === 'number' && typeof now === 'number' ? rounded(now - before) : null }
    })
}

const rounded = (value: number) => Math.round(value * 10) / 10
