import type { VNode } from 'preact'
import { afterCommit, type Tx } from '#database'
import { renderFragment } from '#platform/html'
import type { Language } from '#platform/text'
import { checkHeaders } from './headers.rules.ts'
import type { MailExtras } from './mail.tables.ts'
import { mailsInsertFrom, saveFailedAsWaiting, saveMails } from './queue.data.ts'
import { wakeSender } from './wake.ts'

/** A mail to one person, as the rooms write it. Layout, text part and headers are added when it leaves. */
export type Mail = {
  /** Without an id: an address that is nobody's here, yet or any more. */
  to: { id: string | null; email: string }
  networkId: string
  language: Language
  subject: string
  /** Made of the mail parts; or their HTML, where one letter goes to many. */
  body: VNode | { html: string }
  /** Queueing a second mail with the same key does nothing. */
  onceKey?: string
} & MailExtras

/** Queues mails in the transaction of the change they tell of; they leave once it is kept. */
export async function queueMails(tx: Tx, mails: Mail[], now: Temporal.Instant): Promise<void> {
  for (const { headers } of mails) checkHeaders(headers)
  await saveMails(tx, mails.map(asQueued), now)
  afterCommit(tx, wakeSender)
}

export const queueMail = (tx: Tx, mail: Mail, now: Temporal.Instant): Promise<void> => queueMails(tx, [mail], now)

/** Tries a mail that failed anew, at once. False when it has not failed. */
export async function sendAgain(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await saveFailedAsWaiting(tx, { id }, now)
  afterCommit(tx, wakeSender)
  return numUpdatedRows > 0n
}

/**
 * Queues mails within one larger statement, where a hot path cannot spend a round trip on them: those to the people in the
 * part of the statement named `source`. Wake the sender once that is kept.
 */
export const queueMailsFrom = (source: string, mails: Mail[], now: Temporal.Instant) => mailsInsertFrom(source, mails.map(asQueued), now)

function asQueued({ to, networkId, language, subject, body, onceKey, ...extras }: Mail) {
  return { personId: to.id, to: to.email, networkId, language, subject, body: htmlOf(body), onceKey, extras }
}

const htmlOf = (body: Mail['body']) => ('html' in body ? body.html : renderFragment(body))
