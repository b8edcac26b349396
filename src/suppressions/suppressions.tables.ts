import type { ColumnType, Generated } from 'kysely'

/** added: by the hand of a steward. unreachable: mail came back again and again. */
export type SuppressionReason = 'bounced' | 'unreachable' | 'complained' | 'added' | 'erased'

export type SuppressionTable = {
  id: string
  networkId: string
  address: string | null
  addressHash: Buffer
  reason: SuppressionReason
  since: Temporal.Instant
  /** The server's own answer, or the words of whoever added it. */
  detail: Generated<string>
  addedBy: ColumnType<string | null, string | null | undefined, string | null>
  endedAt: Temporal.Instant | null
  /** Who undid it and why; empty when the address confirmed by itself. */
  endedBy: ColumnType<string | null, string | null | undefined, string | null>
  endedBecause: Generated<string>
}

export type ReturnedKind = 'hard' | 'soft' | 'policy' | 'complaint'

export type ReturnedMailTable = { mailId: string; networkId: string; kind: ReturnedKind; returnedAt: Temporal.Instant }

export type SuppressionsTables = { suppression: SuppressionTable; returnedMail: ReturnedMailTable }
