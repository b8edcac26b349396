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
    ...mail,
    id: newId(),
    toAddress: to,
    extras: JSON.stringify(extras),
    onceKey: onceKey ?? null,
    contentId: null,
    queuedAt: now,
    dueAt: now,
    state: 'waiting' as const,
  }))
  await tx
    .insertInto('mail')
    .values(rows)
    .onConflict((same) => same.column('onceKey').where('onceKey', 'is not', null).doNothing())
    .execute()
}

/** What had failed is tried anew, as if it had just been queued. */
export const saveFailedAsWaiting = (tx: Tx, which: { id: string } | { contentIds: string[] }, now: Temporal.Instant) =>
  tx
    .updateTable('mail')
    .set({ state: 'waiting', dueAt: now, tries: 0, senderId: null })
    .where('state', '=', 'failed')
    .where((is) => ('id' in which ? is('id', '=', which.id) : is('contentId', 'in', which.contentIds)))
    .executeTakeFirst()

/** The same insert as one part of a larger statement: queued are the mails to those whose `person_id` is in `source`, another part of it. */
export function mailsInsertFrom(source: string, mails: QueuedMail[], now: Temporal.Instant): RawBuilder<unknown> {
  const all = <Value>(of: (mail: QueuedMail) => Value) => mails.map(of)
  return sql`insert into mail (id, network_id, person_id, to_address, language, subject, body, extras, once_key, queued_at, due_at, state)
    select id, network_id, person_id, to_address, language, subject, body, extras::jsonb, once_key, ${now}::timestamptz, ${now}::timestamptz, 'waiting'
    from unnest(${all(() => newId())}::uuid[], ${all((mail) => mail.networkId)}::uuid[], ${all((mail) => mail.personId)}::uuid[], ${all((mail) => mail.to)}::text[],
      ${all((mail) => mail.language)}::text[], ${all((mail) => mail.subject)}::text[], ${all((mail) => mail.body)}::text[],
      ${all((mail) => JSON.stringify(mail.extras))}::text[], ${all((mail) => mail.onceKey ?? null)}::text[])
      as queued (id, network_id, person_id, to_address, language, subject, body, extras, once_key)
    join ${sql.table(source)} using (person_id)
    on conflict (once_key) where once_key is not null do nothing`
}
