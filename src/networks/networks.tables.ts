import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type NetworkTable = {
  id: string
  parentId: string | null
  name: string
  tagline: string
  taglineEs: Generated<string>
  accent: string
  logo: string | null
  language: Language
  timeZone: string
  contactEmail: string
  postalAddress: Generated<string>
  /** An edition needs the word of a second steward before it is sent. */
  approvalRequired: Generated<boolean>
  /** How many of a thousand may be in trouble before an edition stops by itself. */
  bouncesInThousand: Generated<number>
  complaintsInThousand: Generated<number>
  secret: Buffer
  startedAt: Temporal.Instant
}

export type NetworksTables = { network: NetworkTable }
