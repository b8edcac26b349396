import { sql, type RawBuilder } from 'kysely'
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
    contentId: null, queuedAt: now, dueAt: now, state: 'waiting' as const,
  }))
  await tx.insertInto('mail').values(rows).onConflict((same) => same.column('onceKey').where('onceKey', 'is not', null).doNothing()).execute()
}

/** What had failed is tried anew, as if it had just been queued. */
export const saveFailedAsWaiting = (tx: Tx, which: { id: string } | { contentIds: string[] }, now: Temporal.Instant) =>
  tx
    .updateTable('mail')
    .set({ state: 'waiting', dueAt: now, tries: 0, senderId: null })
    .where('state', '=', 'failed')
    .where((is) => ('id' in which ? is('id', '=', which.id) : is('contentId', 'in', which.contentIds)))
    .executeTakeFirst()

/** Keeps that a mail was sent to someone, and forgets who and what. What still waits is stopped. */
export const forgetMails = (tx: Tx, personId: string) =>
  tx
    .updateTable('mail')
    .set((row) => ({
      toAddress: 'forgotten@example.invalid', subject: '', body: '', extras: '{}', lastAnswer: null, personId: null,
      state: row.case().when('state', '=', 'waiting').then('stopped' as const).else(row.ref('state')).end(),
    }))
    .where('personId', '=', personId)
    .execute()

/** The same insert as one part of a larger statement: the mail is queued if `source`, another part of it, has a row. */
export const mailInsertFrom = (source: string, { to, extras, ...mail }: QueuedMail, now: Temporal.Instant): RawBuilder<unknown> =>
  sql`insert into mail (id, network_id, person_id, to_address, language, subject, body, extras, once_key, queued_at, due_at, state)
    select ${newId()}::uuid, ${mail.networkId}::uuid, ${mail.personId}::uuid, ${to}, ${mail.language}, ${mail.subject}, ${mail.body},
      ${JSON.stringify(extras)}::jsonb, ${mail.onceKey ?? null}::text, ${now}::timestamptz, ${now}::timestamptz, 'waiting'
    from ${sql.table(source)} on conflict (once_key) where once_key is not null do nothing`
