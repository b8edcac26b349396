import type { ColumnType } from 'kysely'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export type DkimKeyTable = {
  domain: string
  selector: string
  algorithm: 'rsa' | 'ed25519'
  privateKey: Later<string>
  publicKey: string
  madeAt: Temporal.Instant
  seenAt: Later<Temporal.Instant>
  signsSince: Later<Temporal.Instant>
  restsSince: Later<Temporal.Instant>
}

export type DkimTables = { dkimKey: DkimKeyTable; dkimHold: { domain: string; since: Temporal.Instant } }
