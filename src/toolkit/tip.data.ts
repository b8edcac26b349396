import { sql, type Insertable } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { newId, type Db } from '#database'
import type { Language } from '#platform/text'
import { standsUnder, type Narrowing } from '#topics'
import type { TipTextTable } from './toolkit.tables.ts'

/** Whose tips, in whose language, and whether drafts may be among them. */
export type TipReader = { networkId: string; language: Language; drafts?: boolean }

export type Tip = Omit<TipTextTable, 'tipId' | 'editedBy'> & {
  id: string
  slug: string
  begunAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
  scheduledFor: Temporal.Instant | null
}

/** Tips with their words in the reader's language where it exists, otherwise English; newest first. */
const tipsFor = (db: Db, { networkId, language, drafts = false }: TipReader) =>
  db
    .selectFrom('tip')
    .innerJoinLateral(
      (texts) =>
        texts
          .selectFrom('tipText')
          .select(['language', 'title', 'summary', 'step', 'author', 'body', 'editedAt'])
          .whereRef('tipText.tipId', '=', 'tip.id')
          .orderBy(sql`language = ${language}`, 'desc')
          .orderBy(sql`language = 'en'`, 'desc')
          .limit(1)
          .as('text'),
      (join) => join.onTrue(),
    )
    .select([
      'tip.id',
      'slug',
      'begunAt',
      'publishedAt',
      'scheduledFor',
      'language',
      'title',
      'summary',
      'step',
      'author',
      'body',
      'editedAt',
    ])
    .where('networkId', '=', networkId)
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .orderBy(sql`published_at desc nulls first`)
    .orderBy('tip.id', 'desc')

/** One page of them, and how many there are in all. */
export async function listTips(
  db: Db,
  reader: TipReader,
  { limit, offset, narrowed }: { limit: number; offset: number; narrowed: Narrowing },
): Promise<{ tips: Tip[]; inAll: number }> {
  const page = db
    .selectFrom('tip')
    .select((of) => ['id', of.fn.countAll<number>().over().as('inAll')])
    .where('networkId', '=', reader.networkId)
    .where(standsUnder('tips', narrowed))
    .$if(!reader.drafts, (query) => query.where('publishedAt', 'is not', null))
    .orderBy(sql`published_at desc nulls first`)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
  const tips = await tipsFor(db, reader).innerJoin(page.as('page'), 'page.id', 'tip.id').select('page.inAll').execute()
  return { tips, inAll: tips[0]?.inAll ?? 0 }
}

export const findTip = (db: Db, reader: TipReader, slug: string): Promise<Tip | undefined> =>
  tipsFor(db, reader).where('slug', '=', slug).executeTakeFirst()

/** For queries that read several rooms at once: the newest published tips. */
export const newestTips = (db: Db, reader: Omit<TipReader, 'drafts'>, limit: number) => tipsFor(db, reader).limit(limit)

/** The newest published tips: those after `since` when it is given. */
export const listNewestTips = (db: Db, reader: Omit<TipReader, 'drafts'>, limit: number, since?: Temporal.Instant): Promise<Tip[]> =>
  newestTips(db, reader, limit)
    .$if(since !== undefined, (query) => query.where('publishedAt', '>', since ?? null))
    .execute()

/** Those of these that are published, the newest first. */
export const listTheseTips = (db: Db, reader: Omit<TipReader, 'drafts'>, slugs: string[]): Promise<Tip[]> =>
  newestTips(db, reader, slugs.length).where('slug', 'in', slugs).execute()

export type Neighbour = { slug: string; title: string; language: Language }

/** The published tips right after and right before this one; a draft stands between none. */
export async function findNeighbours(
  db: Db,
  reader: TipReader,
  { id, publishedAt }: Pick<Tip, 'id' | 'publishedAt'>,
): Promise<{ newer?: Neighbour | undefined; older?: Neighbour | undefined }> {
  if (!publishedAt) return {}
  const titles = tipsFor(db, { ...reader, drafts: false })
    .clearSelect()
    .select(['slug', 'title', 'language'])
    .limit(1)
  const newer = titles
    .where((is) => is(is.refTuple('publishedAt', 'tip.id'), '>', is.tuple(publishedAt, id)))
    .clearOrderBy()
    .orderBy('publishedAt')
    .orderBy('tip.id')
  const older = titles.where((is) => is(is.refTuple('publishedAt', 'tip.id'), '<', is.tuple(publishedAt, id)))
  const found = await db.selectNoFrom([jsonObjectFrom(newer).as('newer'), jsonObjectFrom(older).as('older')]).executeTakeFirstOrThrow()
  return { newer: found.newer ?? undefined, older: found.older ?? undefined }
}

export const findTipText = (db: Db, tipId: string, language: Language) =>
  db.selectFrom('tipText').selectAll().where('tipId', '=', tipId).where('language', '=', language).executeTakeFirst()

export const listTipLanguages = async (db: Db, tipId: string): Promise<Language[]> =>
  (await db.selectFrom('tipText').select('language').where('tipId', '=', tipId).execute()).map((text) => text.language)

/** Every text of every tip, drafts as well. */
export const listAllTipTexts = (db: Db, networkId: string) =>
  db
    .selectFrom('tip')
    .innerJoin('tipText', 'tipText.tipId', 'tip.id')
    .select(['tip.id', 'slug', 'publishedAt', 'scheduledFor', 'language', 'title', 'summary', 'step', 'author', 'body'])
    .where('networkId', '=', networkId)
    .orderBy('slug')
    .orderBy('language')
    .execute()

/** Addresses that begin like this one and are taken already. */
export const listTipSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('tip').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    (tip) => tip.slug,
  )

/** Makes a tip without words yet; undefined when the address was taken meanwhile. */
export const beginTipRow = (
  db: Db,
  tip: { networkId: string; slug: string; publishedAt: Temporal.Instant | null },
  now: Temporal.Instant,
) =>
  db
    .insertInto('tip')
    .values({ id: newId(), begunAt: now, ...tip })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** Holds the tip to the end of the transaction: of two people who save at once, the second is told. */
export const lockTip = (db: Db, networkId: string, slug: string) =>
  db
    .selectFrom('tip')
    .select(['id', 'slug', 'publishedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

export const saveTipTextRow = (db: Db, text: Insertable<TipTextTable>) =>
  db
    .insertInto('tipText')
    .values(text)
    .onConflict((same) => same.columns(['tipId', 'language']).doUpdateSet(text))
    .execute()

export const removeTipText = (db: Db, tipId: string, language: Language) =>
  db.deleteFrom('tipText').where('tipId', '=', tipId).where('language', '=', language).execute()

export const savePublishedAt = (db: Db, tipId: string, publishedAt: Temporal.Instant | null) =>
  db.updateTable('tip').set({ publishedAt, scheduledFor: null }).where('id', '=', tipId).execute()

export const saveScheduledFor = (db: Db, tipId: string, scheduledFor: Temporal.Instant | null) =>
  db.updateTable('tip').set({ scheduledFor }).where('id', '=', tipId).execute()

/** Publishes every tip whose hour has come, as of that hour. */
export const publishDueTips = (db: Db, now: Temporal.Instant) =>
  db
    .updateTable('tip')
    .set((of) => ({ publishedAt: of.ref('scheduledFor'), scheduledFor: null }))
    .where('scheduledFor', '<=', now)
    .where('publishedAt', 'is', null)
    .execute()

export const removeTip = (db: Db, networkId: string, slug: string) =>
  db.deleteFrom('tip').where('networkId', '=', networkId).where('slug', '=', slug).execute()

export const countTipDrafts = async (db: Db, networkId: string): Promise<number> => {
  const row = await db
    .selectFrom('tip')
    .select((of) => of.fn.countAll<number>().as('drafts'))
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.drafts
}
