import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Readers } from '#platform/mail'
import type { Language } from '#platform/text'
import type { Texts } from '#letters'
import type { Variant } from '#editions'
import type { UsefulAct } from './trials.tables.ts'
import type { Parts } from './trial.rules.ts'

export const findTrial = (db: Db, editionId: string) =>
  db.selectFrom('editionTrial').selectAll().where('editionId', '=', editionId).executeTakeFirst()

export type TrialSetting = { subjectB: Texts; share: number; hours: number; act: UsefulAct }

export function saveTrial(
  tx: Tx,
  editionId: string,
  { subjectB, ...setting }: TrialSetting,
  set: { setBy: string; setAt: Temporal.Instant },
) {
  const row = { ...setting, subjectB: JSON.stringify(subjectB), ...set }
  return tx
    .insertInto('editionTrial')
    .values({ editionId, ...row, decideAt: null, decidedAt: null, winner: null })
    .onConflict((same) => same.column('editionId').doUpdateSet(row))
    .execute()
}

export const removeTrial = (tx: Tx, editionId: string) => tx.deleteFrom('editionTrial').where('editionId', '=', editionId).execute()

export const saveTrialMoments = (
  tx: Tx,
  editionId: string,
  moments: { decideAt: Temporal.Instant } | { decidedAt: Temporal.Instant; winner: Variant },
) => tx.updateTable('editionTrial').set(moments).where('editionId', '=', editionId).execute()

/** Of these readers, those dealt into these parts. The same person is always in the same part of one edition. */
export const inParts = (tx: Tx, readers: Readers, editionId: string, { from, below }: Parts): Readers =>
  tx
    .selectFrom(readers.as('one'))
    .select(['one.personId', 'one.toAddress'])
    .where(partOf(editionId), '>=', sql<number>`${from}`)
    .where(partOf(editionId), '<', sql<number>`${below}`)

const partOf = (editionId: string) =>
  sql<number>`('x' || substr(md5(one.person_id::text || ${editionId}::text), 1, 8))::bit(32)::bigint % 100`

/** Of these readers, those who have no mail of this edition yet. */
export const withoutMail = (tx: Tx, readers: Readers, editionId: string): Readers =>
  tx
    .selectFrom(readers.as('one'))
    .select(['one.personId', 'one.toAddress'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mail')
            .innerJoin('editionContent', 'editionContent.contentId', 'mail.contentId')
            .whereRef('mail.personId', '=', 'one.personId')
            .where('editionId', '=', editionId)
            .where('isTest', '=', false)
            .select('mail.id'),
        ),
      ),
    )

/** What was made of this edition for its readers, by language and subject. */
export const listVariants = (
  db: Db,
  editionId: string,
): Promise<{ contentId: string; variant: Variant | null; language: Language; supersededBy: string | null }[]> =>
  db
    .selectFrom('editionContent')
    .innerJoin('mailContent', 'mailContent.id', 'editionContent.contentId')
    .select(['contentId', 'variant', 'language', 'supersededBy'])
    .where('editionId', '=', editionId)
    .where('isTest', '=', false)
    .where('part', '=', 'edition')
    .execute()

/** How many mails left with each subject before that moment. */
export const countSent = (db: Db, editionId: string, before: Temporal.Instant) =>
  sentBefore(db, editionId, before)
    .select((of) => ['variant', of.fn.countAll<number>().as('count')])
    .groupBy('variant')
    .execute()

/** How many of their readers took a seat, or a place on a waiting list, after the mail left and before that moment. Totals; nobody is named. */
export const countRsvps = (db: Db, editionId: string, before: Temporal.Instant) =>
  sentBefore(db, editionId, before)
    .innerJoin('rsvp', 'rsvp.personId', 'mail.personId')
    .whereRef('rsvp.answeredAt', '>=', 'mail.sentAt')
    .where('rsvp.answeredAt', '<', before)
    .where('rsvp.answer', '!=', 'declined')
    .select((of) => ['variant', of.fn.count<number>('mail.personId').distinct().as('count')])
    .groupBy('variant')
    .execute()

const sentBefore = (db: Db, editionId: string, before: Temporal.Instant) =>
  db
    .selectFrom('editionContent')
    .innerJoin('mail', 'mail.contentId', 'editionContent.contentId')
    .where('editionId', '=', editionId)
    .where('isTest', '=', false)
    .where('mail.state', '=', 'sent')
    .where('mail.sentAt', '<', before)
