import type { Db } from '#database'
import type { MailState } from '#platform/mail'

export type OutboxSearch = { state: MailState | null; before: string | null }
export type ListedMail = Awaited<ReturnType<typeof listMails>>[number]

/** Mails of a network, the newest first. Of an edition, the subject is its content's. */
export const listMails = (db: Db, networkId: string, { state, before, limit }: OutboxSearch & { limit: number }) =>
  db
    .selectFrom('mail')
    .leftJoin('mailContent', 'mailContent.id', 'mail.contentId')
    .select((row) => [
      'mail.id',
      'mail.toAddress',
      'mail.state',
      'mail.queuedAt',
      'mail.sentAt',
      'mail.resentAt',
      'mail.lastAnswer',
      'mail.tries',
      'mailContent.pausedAt',
      row.fn.coalesce('mail.subject', 'mailContent.subject').as('subject'),
    ])
    .where('mail.networkId', '=', networkId)
    .$if(state !== null, (of) => of.where('mail.state', '=', state ?? 'sent'))
    .$if(before !== null, (of) => of.where('mail.id', '<', before ?? ''))
    .orderBy('mail.id', 'desc')
    .limit(limit)
    .execute()
