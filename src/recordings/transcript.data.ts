import { sql } from 'kysely'
import type { Tx, Db } from '#database'
import type { Cue } from './captions.rules.ts'
import type { Where } from './recording.data.ts'

/** Holds the transcript to the end of the transaction. */
export const lockTranscript = (tx: Tx, { webinarId, language }: Where) =>
  tx
    .selectFrom('transcript')
    .select('editedAt')
    .where('webinarId', '=', webinarId)
    .where('language', '=', language)
    .forUpdate()
    .executeTakeFirst()

export const saveEdited = (tx: Tx, { webinarId, language }: Where, edited: { editedAt: Temporal.Instant; editedBy: string | null }) =>
  tx
    .insertInto('transcript')
    .values({ webinarId, language, ...edited })
    .onConflict((same) => same.columns(['webinarId', 'language']).doUpdateSet(edited))
    .execute()

/** Puts these sentences in the place of all there were, in one statement each way. */
export async function saveCues(tx: Tx, { webinarId, language }: Where, cues: Cue[]): Promise<void> {
  await tx.deleteFrom('cue').where('webinarId', '=', webinarId).where('language', '=', language).execute()
  await sql`insert into cue (webinar_id, language, place, starts_at, ends_at, speaker, words)
    select ${webinarId}, ${language}, place - 1, starts_at, ends_at, speaker, words
    from unnest(${cues.map((cue) => cue.startsAt)}::int[], ${cues.map((cue) => cue.endsAt)}::int[],
      ${cues.map((cue) => cue.speaker)}::text[], ${cues.map((cue) => cue.words)}::text[])
    with ordinality as cue (starts_at, ends_at, speaker, words, place)`.execute(tx)
}

export type Correction = { place: number; words: string }

/** Changes what was said in some sentences, and takes away those left without words. */
export async function saveCorrections(tx: Tx, { webinarId, language }: Where, corrections: Correction[]): Promise<void> {
  await sql`update cue set words = corrected.words
    from unnest(${corrections.map(({ place }) => place)}::int[], ${corrections.map(({ words }) => words)}::text[]) as corrected (place, words)
    where webinar_id = ${webinarId} and language = ${language} and cue.place = corrected.place and corrected.words <> ''`.execute(tx)
  const emptied = corrections.filter(({ words }) => words === '').map(({ place }) => place)
  if (emptied.length > 0)
    await tx.deleteFrom('cue').where('webinarId', '=', webinarId).where('language', '=', language).where('place', 'in', emptied).execute()
}

/** What is searched follows what was said. */
export const indexWebinar = (tx: Tx, { webinarId, language }: Where) => sql`select index_webinar(${webinarId}, ${language})`.execute(tx)

export const removeTranscript = (tx: Tx, { webinarId, language }: Where) =>
  tx.deleteFrom('transcript').where('webinarId', '=', webinarId).where('language', '=', language).execute()

export const countCues = async (db: Db, { webinarId, language }: Where): Promise<number> =>
  (
    await db
      .selectFrom('cue')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('webinarId', '=', webinarId)
      .where('language', '=', language)
      .executeTakeFirstOrThrow()
  ).count
