import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Letters } from '#letters'
import type { InLanguages } from '#mailing'
import type { Readers } from '#platform/mail'
import type { Language } from '#platform/text'
import type { Month } from './digest.rules.ts'

/** Undefined when the digest of this month was made before. Another that makes it at the same moment waits for this one. */
export const saveDigest = (tx: Tx, networkId: string, month: Month, now: Temporal.Instant): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('digest')
    .values({ id: newId(), networkId, month: month.day, queuedAt: now })
    .onConflict((same) => same.columns(['networkId', 'month']).doNothing())
    .returning('id')
    .executeTakeFirst()

type Which = { networkId: string; usual: Language; month: Month }

/**
 * What each monthly reader has not had: the editions that were sent to their lists in the month, since they chose to get one
 * mail a month and were on the list. Of an edition for a segment, only by whom the segment was true of.
 */
const shares = ({ networkId, usual, month: { begins, ends } }: Which) => sql`
  select person_id, email as to_address, coalesce(language, ${usual}) as language, array_agg(edition.id order by sending_began_at, edition.id) as edition_ids
  from edition join addressee on addressee.list_id = edition.list_id
  where edition.network_id = ${networkId} and sending_began_at >= ${begins} and sending_began_at < ${ends} and cancelled_at is null
    and (sent_to_segment is null or exists (select from edition_for_digest where edition_id = edition.id and edition_for_digest.person_id = addressee.person_id))
    and frequency = 'monthly' and paused_until is null and sending_began_at >= greatest(monthly_since, confirmed_at)
  group by person_id, email, 3`

export type Share = { language: Language; editionIds: string[] }

/** Each different digest that somebody gets. */
export async function listShares(tx: Tx, which: Which): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select language, edition_ids from (${shares(which)}) as share group by language, edition_ids order by language, edition_ids`.execute(tx)
  return rows
}

/** Who gets this digest, but for those who have one of this month already. As a part of a larger query. */
export const readersOfShare = (which: Which, digestId: string, { language, editionIds }: Share): Readers => sql<{
  personId: string
  toAddress: string
}>`(
  select person_id, to_address from (${shares(which)}) as share
  where language = ${language} and edition_ids = ${editionIds}::uuid[] and not exists (
    select from digest_content join mail on mail.content_id = digest_content.content_id
    where digest_id = ${digestId} and mail.person_id = share.person_id
  ))`

export const saveDigestContent = (tx: Tx, content: { contentId: string; digestId: string; editionIds: string[] }) =>
  tx.insertInto('digestContent').values(content).execute()

export type EditionOfDigest = {
  id: string
  slug: string
  letters: Letters | null
  list: InLanguages
  position: number
  sentToSegment: string | null
}

/** The editions with the lists they were sent to, in the order of the lists. */
export const listEditions = (tx: Tx, editionIds: string[]): Promise<EditionOfDigest[]> =>
  tx
    .selectFrom('edition')
    .innerJoin('list', 'list.id', 'edition.listId')
    .select(['edition.id', 'edition.slug', 'letters', 'list.name as list', 'list.position', 'sentToSegment'])
    .where('edition.id', '=', sql<string>`any(${editionIds}::uuid[])`)
    .orderBy('list.position')
    .orderBy('list.id')
    .orderBy('sendingBeganAt')
    .orderBy('edition.id')
    .execute()

/** What a mail of this digest must know to be personal. */
export const findContentOfDigest = (db: Db, contentId: string) =>
  db
    .selectFrom('digestContent')
    .innerJoin('mailContent', 'mailContent.id', 'contentId')
    .innerJoin('network', 'network.id', 'mailContent.networkId')
    .select(['editionIds', 'mailContent.language', 'network.secret'])
    .where('contentId', '=', contentId)
    .executeTakeFirst()

/** Who of these people still wants one mail a month from a list of these editions. */
export const listStillMonthly = (db: Db, editionIds: string[], personIds: string[]) =>
  db
    .selectFrom('addressee')
    .select(['personId', 'firstName'])
    .distinct()
    .where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('frequency', '=', 'monthly')
    .where('pausedUntil', 'is', null)
    .where('listId', 'in', (of) =>
      of
        .selectFrom('edition')
        .select('listId')
        .where('id', '=', sql<string>`any(${editionIds}::uuid[])`),
    )
    .execute()
