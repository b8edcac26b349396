import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Place } from './place.ts'

export type SenderTable = {
  id: string
  seenAt: Temporal.Instant
  inHand: Generated<string[]>
  trouble: ColumnType<string | null, string | null | undefined, string | null>
  place: JSONColumnType<Place | null, string | null | undefined, string | null>
}

export type MailHomeTable = Place & {
  isOnly: Generated<boolean>
  since: Temporal.Instant
  decidedBy: Generated<string | null>
  quietSince: Generated<Temporal.Instant | null>
}

export type DeliveryTables = { sender: SenderTable; mailHome: MailHomeTable }
