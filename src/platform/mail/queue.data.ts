import { newId, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { MailExtras } from './mail.tables.ts'

export type QueuedMail = {
  networkId: string
  personId: string | null
  to: string
  language: Language
  subject: string
  body: string
  extras: MailExtras
  onceKey?: string | undefined
}

export async function saveMails(tx: Tx, mails: QueuedMail[], now: Temporal.Instant) {
  if (mails.length === 0) return
  const rows = mails.map(({ to, extras, onceKey, ...mail }) => ({
    ...mail, id: newId(), toAddress: to, extras: JSON.stringify(extras), onceKey: onceKey ?? null,
    contentId: null, queuedAt: now, dueAt: now, state: 'waiting' as const, handedAt: null, sentAt: null,
  }))
  await tx.insertInto('mail').values(rows).onConflict((same) => same.column('onceKey').doNothing()).execute()
}

