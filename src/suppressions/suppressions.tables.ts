import type { Generated } from 'kysely'

export type SuppressionReason = 'bounced' | 'complained' | 'erased'

export type SuppressionTable = {
  id: string
  networkId: string
  address: string | null
  addressHash: Buffer
  reason: SuppressionReason
  since: Temporal.Instant
  detail: Generated<string>
  endedAt: Temporal.Instant | null
}

export type SuppressionsTables = { suppression: SuppressionTable }
