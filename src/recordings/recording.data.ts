import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Cue } from './captions.rules.ts'
import { removeSlidePages } from './slides.data.ts'
import type { ChapterTable, Purpose, RecordingTable, SlideDeckTable } from './recordings.tables.ts'

export type Chapter = Pick<ChapterTable, 'startsAt' | 'title'>
export type TranscriptShown = { language: Language; cues: number; editedAt: Temporal.Instant }
export type Media = {
  recording: (Pick<RecordingTable, 'file' | 'mediaType' | 'bytes' | 'captionsDue'> & { keptAt: Temporal.Instant }) | null
  slides: (Pick<SlideDeckTable, 'file' | 'mediaType' | 'bytes' | 'name'> & { pages: number | null }) | null
  transcripts: TranscriptShown[]
}

/** All that is kept of a webinar, without its words, in one query. */
export async function findMedia(db: Db, webinarId: string): Promise<Media> {
  const row = await db
    .selectFrom('webinar')
    .leftJoin('recording', 'recording.webinarId', 'webinar.id')
    .leftJoin('slideDeck', 'slideDeck.webinarId', 'webinar.id')
    .select([
      'recording.file',
      'recording.mediaType',
      'recording.bytes',
      'recording.captionsDue',
      'recording.keptAt',
      'slideDeck.file as slidesFile',
      'slideDeck.mediaType as slidesType',
      'slideDeck.bytes as slidesBytes',
      'slideDeck.name as slidesName',
      'slideDeck.pages',
    ])
    .select(
      sql<{ language: Language; cues: number; editedAt: string }[]>`coalesce((
        select json_agg(json_build_object('language', t.language, 'editedAt', t.edited_at, 'cues',
          (select count(*) from cue where cue.webinar_id = t.webinar_id and cue.language = t.language)) order by t.language)
        from transcript t where t.webinar_id = webinar.id), '[]')`.as('transcripts'),
    )
    .where('webinar.id', '=', webinarId)
    .executeTakeFirst()
  if (!row) return { recording: null, slides: null, transcripts: [] }
  const { file, mediaType, bytes, captionsDue, keptAt, slidesFile, slidesType, slidesBytes, slidesName, pages } = row
  return {
    recording: file && mediaType && keptAt ? { file, mediaType, bytes: Number(bytes), captionsDue, keptAt } : null,
    slides:
      slidesFile && slidesType
        ? { file: slidesFile, mediaType: slidesType, bytes: Number(slidesBytes), name: slidesName ?? '', pages }
        : null,
    transcripts: row.transcripts.map((one) => ({ ...one, editedAt: Temporal.Instant.from(one.editedAt) })),
  }
}

/** The sentences in this language, all or a page of them. */
export const listCues = (
  db: Db,
  { webinarId, language }: Where,
  page?: { limit: number; offset: number },
): Promise<(Cue & { place: number })[]> =>
  db
    .selectFrom('cue')
    .select(['place', 'startsAt', 'endsAt', 'speaker', 'words'])
    .where('webinarId', '=', webinarId)
    .where('language', '=', language)
    .orderBy('place')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0).offset(page?.offset ?? 0))
    .execute()

export type Where = { webinarId: string; language: Language }

export const listChapters = (db: Db, { webinarId, language }: Where): Promise<Chapter[]> =>
  db
    .selectFrom('chapter')
    .select(['startsAt', 'title'])
    .where('webinarId', '=', webinarId)
    .where('language', '=', language)
    .orderBy('startsAt')
    .execute()

/** Puts these chapters in the place of those there were. */
export async function saveChapters(tx: Tx, { webinarId, language }: Where, chapters: Chapter[]): Promise<void> {
  await tx.deleteFrom('chapter').where('webinarId', '=', webinarId).where('language', '=', language).execute()
  if (chapters.length > 0)
    await tx
      .insertInto('chapter')
      .values(chapters.map((chapter) => ({ webinarId, language, ...chapter })))
      .execute()
}

/** Keeps the file in the place of the one there was; gives the old one's name, to be removed once this is kept. */
export async function saveRecording(tx: Tx, kept: Omit<Insertable<RecordingTable>, 'captionsDue'>): Promise<string | null> {
  const before = await tx.selectFrom('recording').select('file').where('webinarId', '=', kept.webinarId).forUpdate().executeTakeFirst()
  await tx
    .insertInto('recording')
    .values({ ...kept, captionsDue: null })
    .onConflict((same) => same.column('webinarId').doUpdateSet(kept))
    .execute()
  return before?.file ?? null
}

export async function saveSlides(tx: Tx, kept: Omit<Insertable<SlideDeckTable>, 'pages'>): Promise<string | null> {
  await removeSlidePages(tx, kept.webinarId)
  const before = await tx.selectFrom('slideDeck').select('file').where('webinarId', '=', kept.webinarId).forUpdate().executeTakeFirst()
  await tx
    .insertInto('slideDeck')
    .values(kept)
    .onConflict((same) => same.column('webinarId').doUpdateSet({ ...kept, pages: null }))
    .execute()
  return before?.file ?? null
}

/** Takes away what is kept; gives the file's name. */
export async function removeKept(tx: Tx, webinarId: string, purpose: Purpose): Promise<string | null> {
  const from = purpose === 'recording' ? tx.deleteFrom('recording') : tx.deleteFrom('slideDeck')
  return (await from.where('webinarId', '=', webinarId).returning('file').executeTakeFirst())?.file ?? null
}

export const saveCaptionsDue = (db: Db, webinarId: string, captionsDue: Temporal.PlainDate | null) =>
  db.updateTable('recording').set({ captionsDue }).where('webinarId', '=', webinarId).execute()

/** Recordings whose captions were promised by this day and are not there. */
export const listOwed = (db: Db, networkId: string, day: Temporal.PlainDate, language: Language) =>
  db
    .selectFrom('recording')
    .innerJoin('webinar', 'webinar.id', 'recording.webinarId')
    .innerJoin('webinarText', 'webinarText.webinarId', 'webinar.id')
    .distinctOn('webinar.id')
    .select(['webinar.id', 'slug', 'title', 'captionsDue'])
    .where('recording.networkId', '=', networkId)
    .where('captionsDue', '<=', day)
    .where((of) => of.not(of.exists(of.selectFrom('transcript').whereRef('transcript.webinarId', '=', 'webinar.id'))))
    .orderBy('webinar.id')
    .orderBy(sql`language = ${language}`, 'desc')
    .execute()
