import type { Generated } from 'kysely'

export type Sharing = 'named' | 'nameless' | 'not-at-all'
export type ItemState = 'waiting' | 'now' | 'done'

export type LiveItemTable = {
  id: string
  networkId: string
  eventId: string
  personId: string | null
  question: string
  sharing: Sharing
  state: Generated<ItemState>
  place: number
  shownAt: Temporal.Instant | null
  askedAt: Temporal.Instant
  begunAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  notes: Generated<string>
  /** The challenge it was brought as; null: it came from the call itself. */
  questionId: string | null
}

export type LiveTables = { liveItem: LiveItemTable }
