import type { Generated, JSONColumnType } from 'kysely'
import type { Language } from '#platform/text'

export type InLanguages = Record<Language, string>

export type ListTable = {
  id: string
  networkId: string
  slug: string
  name: JSONColumnType<InLanguages>
  description: JSONColumnType<InLanguages>
  position: Generated<number>
  beganAt: Temporal.Instant
}

/** What someone typed with their address. */
export type AskedWith = {
  firstName?: string
  lastName?: string
  organisation?: string
  job?: string
  state?: string | null
  language?: Language
}

export type SubscriptionTable = {
  networkId: string
  listId: string
  personId: string
  askedAt: Temporal.Instant
  askedWith: JSONColumnType<AskedWith, string | undefined>
  confirmedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
}

export type ConsentKind = 'given' | 'confirmed' | 'withdrawn'

export type ConsentTable = {
  id: string
  networkId: string
  listId: string
  personId: string | null
  address: string | null
  kind: ConsentKind
  at: Temporal.Instant
  wording: string
  source: string
}

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

export type ReaderView = {
  networkId: string
  listId: string
  personId: string
  email: string
  firstName: string
  language: Language | null
  timeZone: string | null
  confirmedAt: Temporal.Instant
}

export type MailingTables = {
  list: ListTable
  subscription: SubscriptionTable
  consent: ConsentTable
  suppression: SuppressionTable
  reader: ReaderView
}
