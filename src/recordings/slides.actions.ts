import { Readable } from 'node:stream'
import { newId, transaction, type Db } from '#database'
import { beginLarge, keepLarge, placeOfLarge, removeLarge, writeLarge } from '#platform/files'
import { listUndrawn, lockUndrawn, saveSlidePages, type SlidePage, type Undrawn } from './slides.data.ts'
import { drawPages, type DrawnPage, type DrawLimits } from './slides.draw.ts'

/** Draws the pages of all slides that wait for it. A process that dies half-way leaves them waiting, for the next. */
export async function drawSlides(db: Db, dataDir: string, limits?: DrawLimits): Promise<void> {
  for (const slides of await listUndrawn(db)) await draw(db, dataDir, slides, limits)
}

async function draw(db: Db, dataDir: string, slides: Undrawn, limits: DrawLimits | undefined): Promise<void> {
  const drawn = (await drawPages(placeOfLarge(dataDir, slides.file), limits)) ?? []
  const pages: SlidePage[] = []
  for (const page of drawn) pages.push(await kept(dataDir, page))
  const isSaved = await transaction(db, async (tx) => {
    // Somebody drew them in the same moment, or sent others.
    if (!(await lockUndrawn(tx, slides))) return false
    await saveSlidePages(tx, slides.webinarId, pages)
    return true
  })
  if (!isSaved) for (const { file } of pages) await removeLarge(dataDir, file)
}

async function kept(dataDir: string, { picture, ...page }: DrawnPage): Promise<SlidePage> {
  const file = newId()
  await beginLarge(dataDir, file)
  if ((await writeLarge(dataDir, file, Readable.from([picture]), 0)) !== 'written')
    throw new Error('There is no room for a page of slides.')
  await keepLarge(dataDir, file)
  return { ...page, file, bytes: picture.length }
}
