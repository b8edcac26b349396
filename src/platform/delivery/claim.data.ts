import { sql } from 'kysely'
import type { Db } from '#database'
import { mayLeaveFrom } from './home.data.ts'
import type { Place } from './place.ts'

const columns = [
  'mail.id',
  'mail.networkId',
  'mail.personId',
  'mail.toAddress',
  'mail.language',
  'mail.subject',
  'mail.body',
  'mail.extras',
  'mail.contentId',
  'mail.queuedAt',
  'mail.tries',
] as const

export type Claim = {
  senderId: string
  /** What this sender has in its hands. What it claimed and lost, as when the database broke off, it may claim again. */
  holding: string[]
  /** Where it runs; null where nobody asks. */
  place: Place | null
  limit: number
  now: Temporal.Instant
}

/** Nobody's, or of a sender that is gone, or our own and forgotten; and nothing that is in our hands just now. */
const isFree = ({ senderId, holding }: Claim) => sql<boolean>`(
  mail.id <> all(${holding}::uuid[])
  and (sender_id is null or sender_id = ${senderId} or not exists (select from sender where sender.id = mail.sender_id)))`

/** Takes mails of their own that are due, oldest first, so that no other sender takes them. */
export const claimSingles = (db: Db, claim: Claim) =>
  db
    .with('picked', (in_) =>
      in_
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'waiting')
        .where('contentId', 'is', null)
        .where('dueAt', '<=', claim.now)
        .where(isFree(claim))
        .where(mayLeaveFrom(claim.place))
        .orderBy('dueAt')
        .limit(claim.limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('mail')
    .from('picked')
    .set({ senderId: claim.senderId })
    .whereRef('mail.id', '=', 'picked.id')
    .returning(columns)
    .execute()

/** Takes mails of editions that are not paused, those of the oldest first. */
export const claimBulk = (db: Db, kinds: string[], claim: Claim) =>
  db
    .with('picked', (in_) =>
      in_
        .selectFrom('mailContent')
        .innerJoinLateral(
          (of) =>
            of
              .selectFrom('mail')
              .select('mail.id')
              .where('state', '=', 'waiting')
              .whereRef('contentId', '=', 'mailContent.id')
              .where('dueAt', '<=', claim.now)
              .where(isFree(claim))
              .orderBy('dueAt')
              .limit(claim.limit)
              .forUpdate()
              .skipLocked()
              .as('due'),
          (join) => join.onTrue(),
        )
        .select('due.id')
        .where('kind', 'in', kinds)
        .where('pausedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .where(mayLeaveFrom(claim.place))
        .orderBy('mailContent.id')
        .limit(claim.limit),
    )
    .updateTable('mail')
    .from('picked')
    .set({ senderId: claim.senderId })
    .whereRef('mail.id', '=', 'picked.id')
    .returning(columns)
    .execute()

/** The readers do not want these any more. */
export const saveStopped = (db: Db, ids: string[]) =>
  db.updateTable('mail').set({ state: 'stopped', senderId: null }).where('id', 'in', ids).where('state', '=', 'waiting').execute()

/** Kept in the built-in outbox, where there is no mail server. */
export const saveKept = (db: Db, ids: string[], now: Temporal.Instant) =>
  db
    .updateTable('mail')
    .set({ state: 'sent', sentAt: now, lastAnswer: 'outbox', senderId: null })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()

/** Their domain takes no more just now: they are claimed anew when it may. */
export const savePutOff = (db: Db, senderId: string, mails: { id: string; dueAt: Temporal.Instant }[]) =>
  sql`update mail set due_at = put_off.due_at, sender_id = null
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ dueAt }) => dueAt)}::timestamptz[]) as put_off (id, due_at)
    where mail.id = put_off.id and state = 'waiting' and sender_id = ${senderId}`.execute(db)
