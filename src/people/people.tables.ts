import type { Generated } from 'kysely'
import type { Language, OrganisationKind } from '#platform/text'

export type PersonTable = {
  id: string
  email: string
  firstName: Generated<string>
  lastName: Generated<string>
  organisation: Generated<string>
  organisationKind: Generated<OrganisationKind | null>
  job: Generated<string>
  state: string | null
  timeZone: string | null
  language: Language | null
  shown: Generated<ShownField[]>
  emailProvedAt: Temporal.Instant | null
  beganAt: Temporal.Instant
}

/** What a person may let other members see. */
export const shownFields = ['name', 'organisation', 'job', 'state', 'email'] as const
export type ShownField = (typeof shownFields)[number]

export const roles = ['owner', 'steward', 'member'] as const
export type Role = (typeof roles)[number]

export type MembershipTable = { networkId: string; personId: string; role: Role; beganAt: Temporal.Instant }

export type RoleChangeTable = {
  id: string
  networkId: string
  personId: string
  changedBy: string | null
  fromRole: Role | null
  toRole: Role
  changedAt: Temporal.Instant
}

/** Somebody who came with the starter content. */
export type ExamplePersonTable = { personId: string }

export type PeopleTables = {
  person: PersonTable
  membership: MembershipTable
  roleChange: RoleChangeTable
  examplePerson: ExamplePersonTable
}
