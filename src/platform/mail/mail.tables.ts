import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Language } from '#platform/text'

export type MailState = 'waiting' | 'handed' | 'sent' | 'failed' | 'stopped'

/** What rarely goes with a mail: why the reader gets it, how to leave, an invitation, further headers. */
export type MailExtras = {
  why?: string
  leave?: { href: string; words: string }
  preheader?: string
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string }
  headers?: Record<string, string>
  /** What differs from reader to reader in a mail of many. */
  fields?: Record<string, string>
}

export type MailTable = {
  id: string
  networkId: string
  personId: string | null
  toAddress: string
  language: Language
  subject: string | null
  body: string | null
  extras: JSONColumnType<MailExtras>
  contentId: string | null
  onceKey: string | null
  queuedAt: Temporal.Instant
  dueAt: Temporal.Instant
  state: MailState
  handedAt: Temporal.Instant | null
  sentAt: Temporal.Instant | null
  tries: Generated<number>
  lastAnswer: ColumnType<string | null, string | null | undefined, string | null>
}

export type MailTables = { mail: MailTable }
