import type { Generated } from 'kysely'

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

export type EditionForDigestTable = { editionId: string; personId: string }

export type PreparingTables = {
  editionOverride: EditionOverrideTable
  editionApproval: EditionApprovalTable
  editionForDigest: EditionForDigestTable
}
