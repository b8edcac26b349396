import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Came } from './alert.rules.ts'
import type { EditionTroubleTable } from './sending.tables.ts'

/** Of which edition a mail was, if of any. */
export const findEditionOfMail = (tx: Tx, mailId: string) =>
  tx
    .selectFrom('mail')
    .innerJoin('editionContent', 'editionContent.contentId', 'mail.contentId')
    .select('editionContent.editionId')
    .where('mail.id', '=', mailId)
    .where('isTest', '=', false)
    .executeTakeFirst()

export const saveTrouble = (tx: Tx, trouble: Omit<EditionTroubleTable, 'at'>, now: Temporal.Instant) =>
  tx
    .insertInto('editionTrouble')
    .values({ ...trouble, at: now })
    .onConflict((same) => same.doNothing())
    .execute()

/** What was given to servers and what came back, since a steward let it go on. */
export async function countWhatCame(db: Db, editionId: string, contentIds: string[]): Promise<Came> {
  const since = sql<Temporal.Instant>`coalesce((select max(ended_at) from edition_stop where edition_id = ${editionId}), '-infinity')`
  const { sent } = await db
    .selectFrom('mail')
    .select((of) => of.fn.countAll<number>().as('sent'))
    .where('contentId', 'in', contentIds)
    .where('state', '=', 'sent')
    .where('sentAt', '>', since)
    .executeTakeFirstOrThrow()
  const troubles = await db
    .selectFrom('editionTrouble')
    .select(['kind', (of) => of.fn.countAll<number>().as('count')])
    .where('editionId', '=', editionId)
    .where('at', '>', since)
    .groupBy('kind')
    .execute()
  const of = (kind: string) => troubles.find((row) => row.kind === kind)?.count ?? 0
  return { given: sent + of('bounce'), bounces: of('bounce'), complaints: of('complaint') }
}
