import type { Db, Tx } from '#database'
import type { FiledPage } from '#platform/text'
import { beginTipRow, listAllTipTexts, lockTip, savePublishedAt, saveScheduledFor, saveTipTextRow } from './tip.data.ts'

/** The tips as pages to keep in files. */
export async function tipPages(db: Db, networkId: string): Promise<FiledPage[]> {
  const rows = await listAllTipTexts(db, networkId)
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, texts]) => ({
    slug,
    texts: texts.map(({ language, title, summary, step, author, publishedAt, scheduledFor, body }) => ({
      language,
      keys: { title, summary, step, author, published: momentOf(publishedAt), scheduled: momentOf(scheduledFor) },
      body,
    })),
  }))
}

/** Takes tips from files: those that are there are written over, others added; what no file speaks of stays. */
export async function takeTipPages(tx: Tx, networkId: string, pages: FiledPage[], now: Temporal.Instant): Promise<void> {
  for (const page of pages) await takeTipPage(tx, networkId, page, now)
}

async function takeTipPage(tx: Tx, networkId: string, { slug, texts }: FiledPage, now: Temporal.Instant): Promise<void> {
  const tip = (await lockTip(tx, networkId, slug)) ?? (await beginTipRow(tx, { networkId, slug, publishedAt: null }, now))
  if (!tip) return
  for (const { language, keys, body } of texts) {
    const { title, summary, step, author } = { title: '', summary: '', step: '', author: '', ...keys }
    await saveTipTextRow(tx, { tipId: tip.id, language, title, summary, step, author, body, editedAt: now, editedBy: null })
  }
  await saveMoments(tx, tip.id, texts[0]?.keys ?? {})
}

async function saveMoments(tx: Tx, tipId: string, { published, scheduled }: Record<string, string>): Promise<void> {
  await savePublishedAt(tx, tipId, momentIn(published))
  if (!published) await saveScheduledFor(tx, tipId, momentIn(scheduled))
}

const momentIn = (written: string | undefined) => (written ? Temporal.Instant.from(written) : null)

const momentOf = (moment: Temporal.Instant | null) => moment?.toString() ?? ''
