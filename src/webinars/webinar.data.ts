import { sql, type Insertable } from 'kysely'
import { newId, type Db } from '#database'
import type { Language } from '#platform/text'
import { speakersOf, type SpeakerBrief } from '#speakers'
import { isAmong } from './webinar-narrow.data.ts'
import type { Narrowed } from './webinars.paths.ts'
import type { WebinarTable, WebinarTextTable } from './webinars.tables.ts'

/** Whose archive, in whose language, and whether drafts may be among it. */
export type WebinarReader = { networkId: string; language: Language; drafts?: boolean }

/** Whether anything is kept with it that readers see, here or elsewhere. */
type Kept = { hasRecording: boolean; hasTranscript: boolean; hasSlides: boolean }

export type Webinar = Omit<WebinarTextTable, 'webinarId' | 'editedBy'> & Omit<WebinarTable, 'networkId'> & Kept

const hasTranscript = sql<boolean>`exists (select from transcript where transcript.webinar_id = webinar.id)`

/** A recording that waits for its captions is not shown. */
const keptColumns = [
  sql<boolean>`(webinar.recording is not null or exists (select from recording
    where recording.webinar_id = webinar.id and (captions_due is not null or ${hasTranscript})))`.as('hasRecording'),
  hasTranscript.as('hasTranscript'),
  sql<boolean>`(webinar.slides is not null or exists (select from slide_deck where slide_deck.webinar_id = webinar.id))`.as('hasSlides'),
]

/** Webinars with their words in the reader's language where it exists, otherwise English; the one held last comes first. */
const webinarsFor = (db: Db, { networkId, language, drafts = false }: WebinarReader) =>
  db
    .selectFrom('webinar')
    .innerJoinLateral(
      (texts) =>
        texts
          .selectFrom('webinarText')
          .select(['language', 'title', 'summary', 'speakers', 'body', 'editedAt'])
          .whereRef('webinarText.webinarId', '=', 'webinar.id')
          .orderBy(sql`language = ${language}`, 'desc')
          .orderBy(sql`language = 'en'`, 'desc')
          .limit(1)
          .as('text'),
      (join) => join.onTrue(),
    )
    .select(['webinar.id', 'slug', 'heldOn', 'minutes', 'recording', 'slides', 'eventId', 'begunAt', 'publishedAt'])
    .select(['language', 'title', 'summary', 'speakers', 'body', 'editedAt'])
    .select(keptColumns)
    .where('networkId', '=', networkId)
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .orderBy('heldOn', 'desc')
    .orderBy('webinar.id', 'desc')

/** One page of them, and how many there are in all. */
export async function listWebinars(
  db: Db,
  reader: WebinarReader,
  { limit, offset, narrowed }: { limit: number; offset: number; narrowed: Narrowed },
): Promise<{ webinars: Webinar[]; inAll: number }> {
  const page = db
    .selectFrom('webinar')
    .select((of) => ['id', of.fn.countAll<number>().over().as('inAll')])
    .where('networkId', '=', reader.networkId)
    .$if(!reader.drafts, (query) => query.where('publishedAt', 'is not', null))
    .where(isAmong(narrowed))
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
  const webinars = await webinarsFor(db, reader).innerJoin(page.as('page'), 'page.id', 'webinar.id').select('page.inAll').execute()
  return { webinars, inAll: webinars[0]?.inAll ?? 0 }
}

/** These, by id. */
export const listTheseWebinars = async (db: Db, reader: WebinarReader, ids: string[]): Promise<Map<string, Webinar>> => {
  const webinars = ids.length > 0 ? await webinarsFor(db, reader).where('webinar.id', 'in', ids).execute() : []
  return new Map(webinars.map((webinar) => [webinar.id, webinar]))
}

/** Address and title of all, to choose one from. */
export const listWebinarTitles = (db: Db, reader: WebinarReader) =>
  webinarsFor(db, reader).clearSelect().select(['slug', 'title']).execute()

/** A webinar as its page shows it. */
export type WholeWebinar = Webinar & { who: SpeakerBrief[] }

export const findWebinar = (db: Db, reader: WebinarReader, slug: string): Promise<WholeWebinar | undefined> =>
  webinarsFor(db, reader).select(speakersOf('webinars', reader.language).as('who')).where('slug', '=', slug).executeTakeFirst()

/** For queries that read several rooms at once: the published webinars held last. */
export const newestWebinars = (db: Db, reader: Omit<WebinarReader, 'drafts'>, limit: number) => webinarsFor(db, reader).limit(limit)

/** The published webinars held last; after `since`, when it is given, were published or could first be seen. */
export const listNewestWebinars = (
  db: Db,
  reader: Omit<WebinarReader, 'drafts'>,
  limit: number,
  since?: Temporal.Instant,
): Promise<Webinar[]> =>
  newestWebinars(db, reader, limit)
    .$if(since !== undefined, (query) =>
      query.where(sql<boolean>`(published_at > ${since ?? null} or exists (
        select from recording_shown where webinar_id = webinar.id and shown_at > ${since ?? null}))`),
    )
    .execute()

export type KeptFile = { webinarId: string; mediaType: string; bytes: number }

/** Of these webinars the recordings that are kept here and can be seen. */
export const listKeptFiles = async (db: Db, ids: string[]): Promise<KeptFile[]> =>
  (
    await sql<KeptFile>`
      select webinar_id, media_type, bytes::float8 as bytes from recording
      where webinar_id = any(${ids}::uuid[]) and webinar_id in (select id from webinar_seen) and (
        captions_due is not null or exists (select from transcript where transcript.webinar_id = recording.webinar_id))`.execute(db)
  ).rows

export const findWebinarText = (db: Db, webinarId: string, language: Language) =>
  db.selectFrom('webinarText').selectAll().where('webinarId', '=', webinarId).where('language', '=', language).executeTakeFirst()

export const listWebinarLanguages = async (db: Db, webinarId: string): Promise<Language[]> =>
  (await db.selectFrom('webinarText').select('language').where('webinarId', '=', webinarId).execute()).map((text) => text.language)

/** Addresses that begin like this one and are taken already. */
export const listWebinarSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('webinar').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    (webinar) => webinar.slug,
  )

/** What is said once, in all languages. */
export type WebinarFacts = Pick<WebinarTable, 'heldOn' | 'minutes' | 'recording' | 'slides' | 'eventId'>

/** Makes an entry without words yet; undefined when the address was taken meanwhile. */
export const beginWebinarRow = (
  db: Db,
  webinar: WebinarFacts & { networkId: string; slug: string; publishedAt: Temporal.Instant | null },
  now: Temporal.Instant,
) =>
  db
    .insertInto('webinar')
    .values({ id: newId(), begunAt: now, ...webinar })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const saveWebinarFacts = (db: Db, id: string, facts: WebinarFacts) =>
  db.updateTable('webinar').set(facts).where('id', '=', id).execute()

/** Holds the entry to the end of the transaction: of two people who save at once, the second is told. */
export const lockWebinar = (db: Db, networkId: string, slug: string) =>
  db
    .selectFrom('webinar')
    .select(['id', 'slug', 'publishedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

export const saveWebinarTextRow = (db: Db, text: Insertable<WebinarTextTable>) =>
  db
    .insertInto('webinarText')
    .values(text)
    .onConflict((same) => same.columns(['webinarId', 'language']).doUpdateSet(text))
    .execute()

export const removeWebinarText = (db: Db, webinarId: string, language: Language) =>
  db.deleteFrom('webinarText').where('webinarId', '=', webinarId).where('language', '=', language).execute()

export const saveWebinarPublishedAt = (db: Db, id: string, publishedAt: Temporal.Instant | null) =>
  db.updateTable('webinar').set({ publishedAt }).where('id', '=', id).execute()

export const removeWebinar = (db: Db, networkId: string, slug: string) =>
  db.deleteFrom('webinar').where('networkId', '=', networkId).where('slug', '=', slug).execute()

export const countWebinarDrafts = async (db: Db, networkId: string): Promise<number> => {
  const row = await db
    .selectFrom('webinar')
    .select((of) => of.fn.countAll<number>().as('drafts'))
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.drafts
}
