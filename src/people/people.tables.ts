import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type PersonTable = {
  id: string
  email: string
  firstName: Generated<string>
  lastName: Generated<string>
  organisation: Generated<string>
  job: Generated<string>
  state: string | null
  timeZone: string | null
  language: Language | null
  shown: Generated<ShownField[]>
  emailProvedAt: Temporal.Instant | null
  beganAt: Temporal.Instant
}

export type ShownField = 'name' | 'organisation' | 'job' | 'state' | 'email'
export type Role = 'owner' | 'steward' | 'member'

export type MembershipTable = { networkId: string; personId: string; role: Role; beganAt: Temporal.Instant }

export type SessionTable = {
  id: string
  personId: string
  tokenHash: Buffer
  device: Generated<string>
  beganAt: Temporal.Instant
  seenAt: Temporal.Instant
  endsAt: Temporal.Instant
}

export type SignInCodeTable = {
  id: string
  personId: string
  codeHash: Buffer
  nextPath: Generated<string>
  triesLeft: number
  madeAt: Temporal.Instant
  endsAt: Temporal.Instant
  usedAt: Temporal.Instant | null
}

export type PasskeyTable = {
  id: string
  personId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: Generated<string[]>
  name: string
  madeAt: Temporal.Instant
  usedAt: Temporal.Instant | null
}

export type PeopleTables = {
  person: PersonTable
  membership: MembershipTable
  session: SessionTable
  signInCode: SignInCodeTable
  passkey: PasskeyTable
}
