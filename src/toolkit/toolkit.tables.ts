import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type TipTable = {
  id: string
  networkId: string
  slug: string
  begunAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
  /** When a draft is published by itself. */
  scheduledFor: Generated<Temporal.Instant | null>
}

export type TipTextTable = {
  tipId: string
  language: Language
  title: string
  summary: string
  step: string
  author: string
  body: string
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type ToolkitTables = { tip: TipTable; tipText: TipTextTable }
