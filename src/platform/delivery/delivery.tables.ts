import type { ColumnType, Generated } from 'kysely'

export type SenderTable = {
  id: string
  seenAt: Temporal.Instant
  inHand: Generated<string[]>
  trouble: ColumnType<string | null, string | null | undefined, string | null>
}

export type DeliveryTables = { sender: SenderTable }
