import type { Generated, JSONColumnType } from 'kysely'
import type { Letters, PersonalKind, Texts } from '#letters'
import type { Language } from '#platform/text'

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

export type StopReason = 'mistake' | 'bounces' | 'complaints'

export type EditionStopTable = {
  id: string
  editionId: string
  reason: StopReason
  troubles: Generated<number>
  given: Generated<number>
  stoppedAt: Temporal.Instant
  stoppedBy: Generated<string | null>
  endedAt: Generated<Temporal.Instant | null>
  endedBy: Generated<string | null>
}

export type EditionTroubleTable = { mailId: string; kind: 'bounce' | 'complaint'; editionId: string; at: Temporal.Instant }

export type EditionCorrectionTable = {
  id: string
  editionId: string
  note: string
  lettersBefore: JSONColumnType<Letters>
  correctedBy: string | null
  correctedAt: Temporal.Instant
}

export type EditionOverrideTable = {
  id: string
  editionId: string
  wordsOf: Temporal.Instant
  reason: string
  heldBy: string[]
  saidBy: string | null
  saidAt: Temporal.Instant
}

export type EditionApprovalTable = {
  id: string
  editionId: string
  wordsOf: Temporal.Instant
  askedBy: string | null
  askedAt: Temporal.Instant
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  verdict: 'approved' | 'sent-back' | null
  note: Generated<string>
}

export type Variant = 'a' | 'b'
export type UsefulAct = 'rsvp' | 'read'

export type EditionTrialTable = {
  editionId: string
  subjectB: JSONColumnType<Texts>
  share: number
  hours: number
  act: UsefulAct
  setBy: string | null
  setAt: Temporal.Instant
  decideAt: Temporal.Instant | null
  decidedAt: Temporal.Instant | null
  winner: Variant | null
}

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

export type EditionsTables = {
  edition: EditionTable
  editionContent: EditionContentTable
  editionCorrection: EditionCorrectionTable
  editionOverride: EditionOverrideTable
  editionApproval: EditionApprovalTable
  editionTrial: EditionTrialTable
  editionDraft: EditionDraftTable
  editionWriter: EditionWriterTable
  editionVersion: EditionVersionTable
  editionStop: EditionStopTable
  editionTrouble: EditionTroubleTable
}
