import { sql, type AliasableExpression } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { MailState } from './mail.tables.ts'

export type NewContent = {
  networkId: string
  /** Which room it comes from: a name in site.ts's list of kinds. */
  kind: string
  /** Queueing again with the same key adds only readers who do not have it. */
  onceKey: string
  language: Language
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
}

export type Readers = AliasableExpression<{ personId: string; toAddress: string }>

/** When the mail of each reader is due, by their time zone; of those whose zone is not among them, at one moment. */
export type DueBy = { zones: { timeZone: string; at: Temporal.Instant }[]; otherwise: Temporal.Instant }

/** The content with this key, new if need be. */
export async function saveContent(tx: Tx, { headers = {}, ...content }: NewContent, now: Temporal.Instant): Promise<string> {
  const made = await tx
    .insertInto('mailContent')
    .values({ ...content, id: newId(), headers: JSON.stringify(headers), queuedAt: now })
    .onConflict((same) => same.column('onceKey').doNothing())
    .returning('id')
    .executeTakeFirst()
  return (made ?? (await tx.selectFrom('mailContent').select('id').where('onceKey', '=', content.onceKey).executeTakeFirstOrThrow())).id
}

/** One row a reader, in one statement. */
export async function saveMailsTo(
  tx: Tx,
  { contentId, readers, due }: { contentId: string; readers: Readers; due: DueBy },
  now: Temporal.Instant,
): Promise<number> {
  const hasZones = due.zones.length > 0
  const dueAt = sql<Temporal.Instant>`coalesce(${hasZones ? sql.ref('clock.at') : sql.lit(null)}, ${due.otherwise}::timestamptz)`
  const clock = sql<{ zone: string; at: Temporal.Instant }>`(select * from unnest(
    ${due.zones.map(({ timeZone }) => timeZone)}::text[], ${due.zones.map(({ at }) => at)}::timestamptz[]) as clock (zone, at))`
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail')
    .columns(['id', 'networkId', 'personId', 'toAddress', 'language', 'contentId', 'queuedAt', 'dueAt', 'state'])
    .expression((from) =>
      from
        .selectFrom(['mailContent', readers.as('reader')])
        .$if(hasZones, (of) =>
          of.leftJoin('person', 'person.id', 'reader.personId').leftJoin(clock.as('clock'), 'clock.zone', 'person.timeZone'),
        )
        .where('mailContent.id', '=', contentId)
        .select((row) => [
          sql<string>`new_id()`.as('id'),
          'mailContent.networkId',
          'reader.personId',
          'reader.toAddress',
          'mailContent.language',
          'mailContent.id as contentId',
          row.val(now).as('queuedAt'),
          dueAt.as('dueAt'),
          row.val<MailState>('waiting').as('state'),
        ]),
    )
    .onConflict((same) => same.columns(['contentId', 'personId']).where('contentId', 'is not', null).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export const savePaused = (db: Db, contentIds: string[], pausedAt: Temporal.Instant | null) =>
  db.updateTable('mailContent').set({ pausedAt }).where('id', 'in', contentIds).execute()

export const saveCancelled = (tx: Tx, contentIds: string[], now: Temporal.Instant) =>
  tx.updateTable('mailContent').set({ cancelledAt: now }).where('id', 'in', contentIds).where('cancelledAt', 'is', null).execute()

export type WhichWaiting = { personId?: string | undefined; contentIds?: string[] | undefined }

/** Stops mails of editions that wait still. Rows are locked in the order of their ids, as by all who lock several. */
export async function saveWaitingAsStopped(tx: Tx, { personId, contentIds }: WhichWaiting): Promise<number> {
  const held = tx
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'waiting')
    .where('contentId', 'is not', null)
    .$if(personId !== undefined, (of) => of.where('personId', '=', personId ?? null))
    .$if(contentIds !== undefined, (of) => of.where('contentId', 'in', contentIds ?? []))
    .orderBy('id')
    .forUpdate()
  const { numUpdatedRows } = await tx
    .updateTable('mail')
    .set({ state: 'stopped', senderId: null })
    .where('id', 'in', held)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export const countByState = (db: Db, contentIds: string[]) =>
  db
    .selectFrom('mail')
    .select(['state', (row) => row.fn.countAll<number>().as('count')])
    .where('contentId', 'in', contentIds)
    .groupBy('state')
    .execute()

export const listContents = (db: Db, contentIds: string[]) =>
  db.selectFrom('mailContent').select(['id', 'pausedAt', 'cancelledAt', 'queuedAt']).where('id', 'in', contentIds).execute()

/**
 * Gives what waits of one content to another. What a server is being given just now stays: it has the old words already. Nobody's claim
 * outlives it, so what a sender holds ready with the old words is refused when it would be handed over.
 */
export async function saveWaitingAs(tx: Tx, { from, to }: { from: string; to: string }): Promise<number> {
  const held = tx
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'waiting')
    .where('contentId', '=', from)
    .where((is) => is.not(is.exists(is.selectFrom('sender').where(sql<boolean>`mail.id = any(sender.in_hand)`))))
    .orderBy('id')
    .forUpdate()
  const { numUpdatedRows } = await tx.updateTable('mail').set({ contentId: to, senderId: null }).where('id', 'in', held).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The words of a content and what it is sent with. */
export const findBulk = (tx: Tx, id: string) => tx.selectFrom('mailContent').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Once this is kept, senders in other processes hear that an edition waits. */
export const tellMailWaits = (tx: Tx) => sql`select pg_notify('mail_waits', '')`.execute(tx)
