import type { Readable } from 'node:stream'
import { afterCommit, transaction, type Db, type Tx } from '#database'
import {
  beginLarge,
  keepLarge,
  listLargeUntouchedSince,
  mediaTypeOf,
  removeLarge,
  sizeOfLarge,
  startOfLarge,
  writeLarge,
  type MediaType,
} from '#platform/files'
import { addJob } from '#platform/jobs'
import { isSuitable, mostBytes } from './kept.rules.ts'
import { saveRecording, saveSlides } from './recording.data.ts'
import type { Purpose } from './recordings.tables.ts'
import { beginUploadRow, listNamedFiles, listUploadsBegunBefore, removeUploadRow, type Upload } from './upload.data.ts'

export type NewUpload = { webinarId: string; personId: string; purpose: Purpose; name: string; bytes: number }
export type UploadRefusal = 'too-large' | 'empty' | 'disk-full' | 'not-suitable'

/** Makes room for a file that comes piece by piece. */
export async function beginUpload(
  db: Db,
  dataDir: string,
  upload: NewUpload,
  now: Temporal.Instant,
): Promise<{ id: string } | { refused: UploadRefusal }> {
  if (upload.bytes < 1) return { refused: 'empty' }
  if (upload.bytes > mostBytes[upload.purpose]) return { refused: 'too-large' }
  const { id } = await beginUploadRow(db, { ...upload, begunAt: now })
  await beginLarge(dataDir, id)
  return { id }
}

/** How much of it has come; null when it is gone. */
export const uploadedSoFar = (dataDir: string, { id }: Pick<Upload, 'id'>) => sizeOfLarge(dataDir, id)

export type Sent = { offset: number } | { kept: true } | { refused: UploadRefusal | 'elsewhere' }

/** Takes the next piece in, and keeps the whole once all of it is here. A piece that does not follow on what came is refused. */
export async function takePiece(
  db: Db,
  { dataDir, personId }: { dataDir: string; personId: string },
  piece: { upload: Upload; offset: number; length: number; source: Readable },
  now: Temporal.Instant,
): Promise<Sent> {
  const { upload, offset, length, source } = piece
  const before = await sizeOfLarge(dataDir, upload.id)
  if (before === null || before !== offset || offset + length > upload.bytes) return { refused: 'elsewhere' }
  if ((await writeLarge(dataDir, upload.id, source, offset)) === 'disk-full') return { refused: 'disk-full' }
  const size = (await sizeOfLarge(dataDir, upload.id)) ?? 0
  return size < upload.bytes ? { offset: size } : finish(db, dataDir, { ...upload, personId }, now)
}

/** Takes a file that comes in one go, however long it turns out to be. */
export async function takeWhole(
  db: Db,
  { dataDir, personId }: { dataDir: string; personId: string },
  whole: Omit<Upload, 'id' | 'bytes'> & { source: Readable & { truncated?: boolean } },
  now: Temporal.Instant,
): Promise<Sent> {
  const { source, ...upload } = whole
  const { webinarId, purpose, name } = upload
  const begun = await beginUpload(db, dataDir, { webinarId, purpose, name, personId, bytes: mostBytes[purpose] }, now)
  if ('refused' in begun) return begun
  const written = await writeLarge(dataDir, begun.id, source, 0)
  const bytes = (await sizeOfLarge(dataDir, begun.id)) ?? 0
  const refused = written === 'disk-full' ? 'disk-full' : source.truncated ? 'too-large' : bytes === 0 || written === 'cut' ? 'empty' : null
  if (refused === null) return finish(db, dataDir, { ...upload, id: begun.id, bytes, personId }, now)
  await giveUpUpload(db, dataDir, begun.id)
  return { refused }
}

/** What it is decides whether it stays; the file that was there before goes once this one is kept. */
async function finish(db: Db, dataDir: string, upload: Upload & { personId: string }, now: Temporal.Instant): Promise<Sent> {
  const mediaType = mediaTypeOf(await startOfLarge(dataDir, upload.id))
  if (!isSuitable(upload.purpose, mediaType)) {
    await giveUpUpload(db, dataDir, upload.id)
    return { refused: 'not-suitable' }
  }
  await keepLarge(dataDir, upload.id)
  await transaction(db, async (tx) => {
    // Somebody kept it in the same moment: once is enough.
    if (!(await removeUploadRow(tx, upload.id))) return
    const before = await keep(tx, { ...upload, mediaType }, now)
    if (before) afterCommit(tx, () => void removeLarge(dataDir, before))
  })
  return { kept: true }
}

async function keep(tx: Tx, upload: Upload & { personId: string; mediaType: MediaType }, now: Temporal.Instant) {
  const { id, webinarId, networkId, mediaType, bytes, name, personId } = upload
  const kept = { webinarId, networkId, file: id, mediaType, bytes, keptAt: now, keptBy: personId }
  if (upload.purpose === 'recording') return saveRecording(tx, kept)
  await addJob(tx, 'draw-slides', {}, { key: 'draw-slides' })
  return saveSlides(tx, { ...kept, name })
}

async function giveUpUpload(db: Db, dataDir: string, id: string): Promise<void> {
  await transaction(db, (tx) => removeUploadRow(tx, id))
  await removeLarge(dataDir, id)
}

const lastsFor = Temporal.Duration.from({ hours: 24 * 7 })

/** What nothing names for a day is what a removed webinar, or somebody who left, has left behind. */
const unnamedFor = Temporal.Duration.from({ hours: 24 })

/** What was not finished within a week goes, and files that belong to nothing any more. */
export async function forgetOldUploads(db: Db, dataDir: string, now: Temporal.Instant): Promise<void> {
  for (const { id } of await listUploadsBegunBefore(db, now.subtract(lastsFor))) await giveUpUpload(db, dataDir, id)
  const untouched = await listLargeUntouchedSince(dataDir, now.subtract(unnamedFor))
  const named = await listNamedFiles(db, untouched)
  for (const id of untouched.filter((one) => !named.has(one))) await removeLarge(dataDir, id)
}
