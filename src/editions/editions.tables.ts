import type { Generated, JSONColumnType } from 'kysely'
import type { Letters, PersonalKind, Texts } from '#letters'

export type EditionTable = {
  id: string
  networkId: string
  listId: string
  segmentId: Generated<string | null>
  sentToSegment: Generated<string | null>
  slug: string
  subject: JSONColumnType<Texts>
  preheader: JSONColumnType<Texts>
  /** Read through `readBlocks`. */
  blocks: JSONColumnType<unknown[]>
  letters: JSONColumnType<Letters | null, string | null, string | null>
  begunAt: Temporal.Instant
  changedAt: Temporal.Instant
  changedBy: string | null
  scheduledFor: Generated<Temporal.Instant | null>
  /** The hour on each reader's own clock: "2026-03-10T09:00". */
  scheduledLocal: Generated<string | null>
  sendingBeganAt: Generated<Temporal.Instant | null>
  sentAt: Generated<Temporal.Instant | null>
  cancelledAt: Generated<Temporal.Instant | null>
  publishedAt: Generated<Temporal.Instant | null>
}

export type EditionContentTable = {
  contentId: string
  editionId: string
  isTest: boolean
  /** Which kinds of personal pieces stand in it. */
  personal: Generated<PersonalKind[]>
  /** Where our own links in them lead. */
  baseUrl: Generated<string>
  variant: Generated<Variant | null>
  part: Generated<'edition' | 'note'>
  supersededBy: Generated<string | null>
}

export type EditionCorrectionTable = {
  id: string
  editionId: string
  note: string
  lettersBefore: JSONColumnType<Letters>
  correctedBy: string | null
  correctedAt: Temporal.Instant
}

export type Variant = 'a' | 'b'

export type EditionsTables = {
  edition: EditionTable
  editionContent: EditionContentTable
  editionCorrection: EditionCorrectionTable
}
