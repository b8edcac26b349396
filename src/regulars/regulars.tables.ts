import type { Generated } from 'kysely'

export type RegularTable = {
  rhythmId: string
  personId: string
  since: Temporal.Instant
  /** They stopped; what they have until then they keep. */
  endedAt: Temporal.Instant | null
  /** Counts when they began again and when they stopped. */
  sequence: Generated<number>
}

export type RegularsTables = { regular: RegularTable }
