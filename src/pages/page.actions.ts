import { transaction, type Db } from '#database'
import type { Language } from '#platform/text'
import { listPageTexts, lockPage, savePageTextRow } from './page.data.ts'
import type { PageSlug } from './pages.tables.ts'

export type PageWords = { language: Language; title: string; summary: string; body: string }

/** Saves the words of one language, unless somebody else did since they were shown (`seen`). */
export function savePage(
  db: Db,
  who: { networkId: string; personId: string | null },
  page: { slug: PageSlug; seen: string; words: PageWords },
  now: Temporal.Instant,
): Promise<'saved' | 'changed-meanwhile'> {
  const { slug, seen, words } = page
  return transaction(db, async (tx) => {
    const { id } = await lockPage(tx, who.networkId, slug)
    const before = (await listPageTexts(tx, who.networkId, slug)).find((text) => text.language === words.language)
    if ((before?.editedAt.toString() ?? '') !== seen) return 'changed-meanwhile'
    await savePageTextRow(tx, { pageId: id, ...words, editedAt: now, editedBy: who.personId })
    return 'saved'
  })
}
