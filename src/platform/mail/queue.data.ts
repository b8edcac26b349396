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
    contentId: null, queuedAt: now, dueAt: now, state: 'waiting' as const, handedAt: null, sentAt: null,
  }))
  await tx.insertInto('mail').values(rows).onConflict((same) => same.column('onceKey').doNothing()).execute()
}

/** The same insert as one part of a larger statement: the mail is queued if `source`, another part of it, has a row. */
export const mailInsertFrom = (source: string, { to, extras, ...mail }: QueuedMail, now: Temporal.Instant): RawBuilder<unknown> =>
  sql`insert into mail (id, network_id, person_id, to_address, language, subject, body, extras, once_key, queued_at, due_at, state)
    select ${newId()}::uuid, ${mail.networkId}::uuid, ${mail.personId}::uuid, ${to}, ${mail.language}, ${mail.subject}, ${mail.body},
      ${JSON.stringify(extras)}::jsonb, ${mail.onceKey ?? null}::text, ${now}::timestamptz, ${now}::timestamptz, 'waiting'
    from ${sql.table(source)} on conflict (once_key) where once_key is not null do nothing`
