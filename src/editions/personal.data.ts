import { sql } from 'kysely'
import type { Db } from '#database'
import type { Letters } from '#letters'
import type { PastEdition } from './personal.rules.ts'

/** Who of these people has a seat in which of these events. */
export const listSeatsOf = (db: Db, personIds: string[], eventIds: string[]) =>
  db
    .selectFrom('rsvp')
    .select(['personId', 'eventId'])
    .where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('eventId', '=', sql<string>`any(${eventIds}::uuid[])`)
    .where('answer', '=', 'seated')
    .execute()

/** What went out before, the oldest first, with the tips in it. */
export async function listPastEditions(db: Db, networkId: string, before: Temporal.Instant): Promise<PastEdition[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'sendingBeganAt', sql<Letters['en']['pieces'] | null>`letters -> 'en' -> 'pieces'`.as('pieces')])
    .where('networkId', '=', networkId)
    .where('sendingBeganAt', '<', before)
    .orderBy('sendingBeganAt', 'desc')
    .limit(120)
    .execute()
  return rows
    .toReversed()
    .flatMap(({ id, sendingBeganAt, pieces }) => (sendingBeganAt ? [pastEdition(id, sendingBeganAt, pieces ?? [])] : []))
}

const pastEdition = (id: string, sentAt: Temporal.Instant, pieces: Letters['en']['pieces']): PastEdition => ({
  id,
  sentAt,
  tips: tipsIn(pieces),
  hasNextTip: pieces.some((piece) => piece.type === 'personal' && piece.about === 'next-tip'),
})

/** The last part of the tips' addresses. */
export const tipsIn = (pieces: Letters['en']['pieces']): string[] =>
  pieces.flatMap((piece) => (piece.type === 'tips' ? piece.tips.map(({ path }) => path.split('/').at(-1) ?? '') : []))

/** For those of these people who marked a step: since when, and the tips under it. */
export const listTipsAtSteps = (db: Db, networkId: string, personIds: string[]) =>
  db
    .selectFrom('stepStanding')
    .innerJoin('filing', 'filing.stepId', 'stepStanding.stepId')
    .innerJoin('tip', 'tip.id', 'filing.tipId')
    .select(['stepStanding.personId', 'markedAt as since', sql<string[]>`array_agg(tip.slug order by tip.slug)`.as('tips')])
    .where('stepStanding.networkId', '=', networkId)
    .where('stepStanding.personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .groupBy(['stepStanding.personId', 'markedAt'])
    .execute()

/** Which of these editions were sent to each of these people. */
export const listReceived = (db: Db, personIds: string[], editionIds: string[]) =>
  db
    .selectFrom('mail')
    .innerJoin('editionContent', 'editionContent.contentId', 'mail.contentId')
    .select(['mail.personId', sql<string[]>`array_agg(edition_id)`.as('editionIds')])
    .where('mail.personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('editionId', '=', sql<string>`any(${editionIds}::uuid[])`)
    .where('mail.state', '=', 'sent')
    .where('isTest', '=', false)
    .groupBy('mail.personId')
    .execute()

export const findPiecesNow = async (db: Db, editionId: string): Promise<Letters['en']['pieces']> =>
  (
    await db
      .selectFrom('edition')
      .select(sql<Letters['en']['pieces'] | null>`letters -> 'en' -> 'pieces'`.as('pieces'))
      .where('id', '=', editionId)
      .executeTakeFirst()
  )?.pieces ?? []
