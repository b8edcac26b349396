import type { JSONColumnType } from 'kysely'
import type { Texts } from '#letters'
import type { Language } from '#platform/text'

export type EditionDraftTable = {
  editionId: string
  personId: string
  language: Language
  fields: JSONColumnType<Record<string, string>>
  seen: Temporal.Instant
  keptAt: Temporal.Instant
}

export type EditionWriterTable = { editionId: string; personId: string; language: Language; hereAt: Temporal.Instant }

export type EditionVersionTable = {
  id: string
  editionId: string
  subject: JSONColumnType<Texts>
  preheader: JSONColumnType<Texts>
  /** Read through `readBlocks`. */
  blocks: JSONColumnType<unknown[]>
  savedAt: Temporal.Instant
  savedBy: string | null
  restores: Temporal.Instant | null
}

export type DraftsTables = {
  editionDraft: EditionDraftTable
  editionWriter: EditionWriterTable
  editionVersion: EditionVersionTable
}
