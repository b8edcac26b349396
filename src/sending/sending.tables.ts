import type { Generated } from 'kysely'

export type StopReason = 'mistake' | 'bounces' | 'complaints'

export type EditionStopTable = {
  id: string
  editionId: string
  reason: StopReason
  troubles: Generated<number>
  given: Generated<number>
  boundInThousand: Generated<number | null>
  stoppedAt: Temporal.Instant
  stoppedBy: Generated<string | null>
  endedAt: Generated<Temporal.Instant | null>
  endedBy: Generated<string | null>
}

export type EditionTroubleTable = { mailId: string; kind: 'bounce' | 'complaint'; editionId: string; at: Temporal.Instant }

export type SendingTables = {
  editionStop: EditionStopTable
  editionTrouble: EditionTroubleTable
}
