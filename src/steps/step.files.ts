import type { Db, Tx } from '#database'
import type { FiledPage } from '#platform/text'
import { listAllStepTexts, lockStep, saveStepTextRow } from './step.data.ts'
import { addStepRow, letPlacesMeet, lockSteps, renumber, savePlace, savePublished } from './step-order.data.ts'

/** The steps as pages to keep in files. */
export async function stepPages(db: Db, networkId: string): Promise<FiledPage[]> {
  const rows = await listAllStepTexts(db, networkId)
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, texts]) => ({
    slug,
    texts: texts.map(({ language, title, summary, place, publishedAt, body }) => ({
      language,
      keys: { title, summary, place: String(place), published: publishedAt?.toString() ?? '' },
      body,
    })),
  }))
}

/** Takes steps from files: those that are there are written over, others added; what no file speaks of stays. */
export async function takeStepPages(tx: Tx, networkId: string, pages: FiledPage[], now: Temporal.Instant): Promise<void> {
  await lockSteps(tx, networkId)
  await letPlacesMeet(tx)
  for (const page of pages) await takeStepPage(tx, networkId, page, now)
  await renumber(tx, networkId)
}

async function takeStepPage(tx: Tx, networkId: string, { slug, texts }: FiledPage, now: Temporal.Instant): Promise<void> {
  const { id: stepId } = (await lockStep(tx, networkId, slug)) ?? (await addStepRow(tx, networkId, slug))
  for (const { language, keys, body } of texts) {
    const words = { title: '', summary: '', ...keys }
    await saveStepTextRow(tx, { stepId, language, title: words.title, summary: words.summary, body, editedAt: now, editedBy: null })
  }
  const { place = '', published = '' } = texts[0]?.keys ?? {}
  await savePublished(tx, stepId, published ? Temporal.Instant.from(published) : null)
  await savePlace(tx, stepId, placeIn(place))
}

/** After all others when the file says none. */
const placeIn = (written: string) => (/^[1-9]\d{0,3}$/.test(written) ? Number(written) : 9999)
