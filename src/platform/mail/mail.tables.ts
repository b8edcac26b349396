import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Language } from '#platform/text'

export const mailStates = ['waiting', 'sent', 'failed', 'stopped'] as const
export type MailState = (typeof mailStates)[number]

/** What rarely goes with a mail: why the reader gets it, how to leave, an invitation, further headers. */
export type MailExtras = {
  why?: string
  leave?: { href: string; words: string }
  preheader?: string
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string }
  headers?: Record<string, string>
}

export type MailTable = {
  id: string
  networkId: string
  personId: string | null
  toAddress: string
  language: Language
  subject: string | null
  body: string | null
  extras: JSONColumnType<MailExtras, string | undefined>
  contentId: string | null
  onceKey: string | null
  queuedAt: Temporal.Instant
  dueAt: Temporal.Instant
  state: MailState
  senderId: Filled<string>
  sentAt: Filled<Temporal.Instant>
  resentAt: Filled<Temporal.Instant>
  tries: Generated<number>
  lastAnswer: Filled<string>
}

export type MailContentTable = {
  id: string
  networkId: string
  kind: string
  onceKey: string
  language: Language
  subject: string
  html: string
  text: string
  headers: JSONColumnType<Record<string, string>, string | undefined>
  queuedAt: Temporal.Instant
  pausedAt: Filled<Temporal.Instant>
  cancelledAt: Filled<Temporal.Instant>
}

/** Empty when the row is made, filled later. */
type Filled<T> = ColumnType<T | null, T | null | undefined, T | null>

export type MailTables = { mail: MailTable; mailContent: MailContentTable }
