import type { Generated, JSONColumnType } from 'kysely'
import type { Language, OrganisationKind } from '#platform/text'

export type InLanguages = Record<Language, string>

/** open: everybody may join. invitation: a steward asks people, and nobody else sees it. */
export const listAccesses = ['open', 'invitation'] as const
export type ListAccess = (typeof listAccesses)[number]

export type ListTable = {
  id: string
  networkId: string
  slug: string
  name: JSONColumnType<InLanguages>
  description: JSONColumnType<InLanguages>
  position: Generated<number>
  beganAt: Temporal.Instant
  access: Generated<ListAccess>
  closedAt: Generated<Temporal.Instant | null>
}

/** What someone typed with their address. */
export type AskedWith = {
  firstName?: string
  lastName?: string
  organisation?: string
  organisationKind?: OrganisationKind | null
  job?: string
  state?: string | null
  language?: Language
}

/** each: every mail of the list. monthly: one mail a month that collects them. */

export type Frequency = 'each' | 'monthly'

export type SubscriptionTable = {
  networkId: string
  listId: string
  personId: string
  askedAt: Temporal.Instant
  askedWith: JSONColumnType<AskedWith, string | undefined>
  confirmedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  frequency: Generated<Frequency>
  monthlySince: Generated<Temporal.Instant | null>
  pausedUntil: Generated<Temporal.Instant | null>
  invitedAt: Generated<Temporal.Instant | null>
  invitedBy: Generated<string | null>
}

export type ConsentKind = 'invited' | 'given' | 'confirmed' | 'withdrawn'

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
  /** By which way they had asked, where a mail was confirmed. */
  way: Generated<string | null>
  /** The day on which it was given on paper. */
  givenOn: Generated<Temporal.PlainDate | null>
  /** The steward who wrote it down. */
  handId: Generated<string | null>
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

/** Everybody on a list whose address takes mail, and how often they want it. */
export type AddresseeView = ReaderView & {
  frequency: Frequency
  monthlySince: Temporal.Instant | null
  pausedUntil: Temporal.Instant | null
}

export type MailingTables = {
  list: ListTable
  subscription: SubscriptionTable
  consent: ConsentTable
  reader: ReaderView
  addressee: AddresseeView
}
