import { transaction, type Db } from '#database'
import { readCaptions, type CaptionsRefusal, type Cue } from './captions.rules.ts'
import { saveChapters, type Chapter, type Where } from './recording.data.ts'
import {
  indexWebinar,
  lockTranscript,
  removeTranscript,
  saveCorrections,
  saveCues,
  saveEdited,
  type Correction,
} from './transcript.data.ts'

type By = { personId: string | null }

/** Takes the captions of a file in, in the place of those there were. */
export async function takeCaptions(
  db: Db,
  { where, personId }: By & { where: Where },
  text: string,
  now: Temporal.Instant,
): Promise<{ taken: number } | { refused: CaptionsRefusal }> {
  const cues = readCaptions(text)
  if ('refused' in cues) return cues
  await putCues(db, { where, personId }, cues, now)
  return { taken: cues.length }
}

/** Puts these sentences in the place of all there were; they are found by search at once. */
export const putCues = (db: Db, { where, personId }: By & { where: Where }, cues: Cue[], now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    await saveEdited(tx, where, { editedAt: now, editedBy: personId })
    await saveCues(tx, where, cues)
    await indexWebinar(tx, where)
  })

export type Corrected = 'corrected' | 'gone' | 'changed-meanwhile'

/** Mends words of some sentences, unless somebody else changed the transcript since it was shown (`seen`). */
export const correctTranscript = (
  db: Db,
  { where, personId, seen }: By & { where: Where; seen: string },
  corrections: Correction[],
  now: Temporal.Instant,
): Promise<Corrected> =>
  transaction(db, async (tx) => {
    const current = await lockTranscript(tx, where)
    if (!current) return 'gone'
    if (current.editedAt.toString() !== seen) return 'changed-meanwhile'
    await saveCorrections(tx, where, corrections)
    await saveEdited(tx, where, { editedAt: now, editedBy: personId })
    await indexWebinar(tx, where)
    return 'corrected'
  })

/** Takes the transcript away, its captions with it. */
export const dropTranscript = (db: Db, where: Where): Promise<void> =>
  transaction(db, async (tx) => {
    await removeTranscript(tx, where)
    await indexWebinar(tx, where)
  })

export const nameChapters = (db: Db, where: Where, chapters: Chapter[]): Promise<void> =>
  transaction(db, (tx) => saveChapters(tx, where, chapters))
