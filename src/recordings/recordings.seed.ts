import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { root } from '#root'
import type { Config } from '#config'
import { newId, type Tx } from '#database'
import { beginLarge, writeLarge } from '#platform/files'
import { addJob } from '#platform/jobs'
import { languages } from '#platform/text'
import { findWebinar } from '#webinars'
import { readChapters } from './chapters.rules.ts'
import { saveChapters, saveRecording, saveSlides } from './recording.data.ts'
import { takeCaptions } from './transcript.actions.ts'

const folder = join(root, 'content', 'recordings')

/** Puts the short recordings of the starter archive in, with captions and chapters in each language. */
export async function seedRecordings(tx: Tx, network: { id: string }, now: Temporal.Instant, config: Config): Promise<void> {
  for (const slug of readdirSync(folder).flatMap((name) => (name.endsWith('.webm') ? [name.slice(0, -5)] : []))) {
    const webinar = await findWebinar(tx, { networkId: network.id, language: 'en' }, slug)
    if (webinar) await seedRecording(tx, { slug, webinarId: webinar.id, networkId: network.id, dataDir: config.dataDir }, now)
  }
}

type Starter = { slug: string; webinarId: string; networkId: string; dataDir: string }

async function seedRecording(tx: Tx, { slug, webinarId, networkId, dataDir }: Starter, now: Temporal.Instant) {
  const bytes = readFileSync(join(folder, `${slug}.webm`))
  const file = newId()
  await beginLarge(dataDir, file)
  await writeLarge(dataDir, file, Readable.from([bytes]), 0)
  await saveRecording(tx, { webinarId, networkId, file, mediaType: 'video/webm', bytes: bytes.length, keptAt: now, keptBy: null })
  await seedSlides(tx, { slug, webinarId, networkId, dataDir }, now)
  for (const language of languages) {
    const where = { webinarId, language }
    const [captions, chapters] = ['vtt', 'chapters'].map((ending) => join(folder, `${slug}.${language}.${ending}`))
    if (captions && existsSync(captions)) await takeCaptions(tx, { where, personId: null }, readFileSync(captions, 'utf8'), now)
    const read = chapters && existsSync(chapters) ? readChapters(readFileSync(chapters, 'utf8')) : { chapters: [] }
    if ('chapters' in read) await saveChapters(tx, where, read.chapters)
  }
}

/** Their pages are drawn by the first worker that starts. */
async function seedSlides(tx: Tx, { slug, webinarId, networkId, dataDir }: Starter, now: Temporal.Instant) {
  const name = `${slug}.pdf`
  if (!existsSync(join(folder, name))) return
  const bytes = readFileSync(join(folder, name))
  const file = newId()
  await beginLarge(dataDir, file)
  await writeLarge(dataDir, file, Readable.from([bytes]), 0)
  const kept = { webinarId, networkId, file, mediaType: 'application/pdf' as const, bytes: bytes.length, keptAt: now, keptBy: null }
  await saveSlides(tx, { ...kept, name })
  await addJob(tx, 'draw-slides', {}, { key: 'draw-slides' })
}
