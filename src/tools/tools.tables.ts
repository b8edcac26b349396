import type { ColumnType, Generated } from 'kysely'
import type { Share } from './comparison.rules.ts'
import type { Answers } from './reading.rules.ts'
import type { ToolDefinition } from './tool.definition.ts'

/** Read as what it is, written as its text. */
type Json<T> = ColumnType<T, string, string>

export type ToolTable = { id: string; networkId: string; slug: string }

export type ToolVersionTable = {
  toolId: string
  number: number
  definition: Json<ToolDefinition>
  madeAt: Temporal.Instant
  madeBy: string | null
  publishedAt: Temporal.Instant | null
}

export type ToolRunTable = {
  id: string
  networkId: string
  toolId: string
  version: number
  teamId: string
  personId: string | null
  answers: Json<Answers>
  begunAt: Temporal.Instant
  savedAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
  comparedAt: Generated<Temporal.Instant | null>
}

export type ToolComparisonTable = {
  toolId: string
  madeAt: Temporal.Instant
  runIds: string[]
  shares: Json<Record<string, Share>>
}

export type ToolsTables = { tool: ToolTable; toolVersion: ToolVersionTable; toolRun: ToolRunTable; toolComparison: ToolComparisonTable }
