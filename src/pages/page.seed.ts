import type { Db } from '#database'
import { readStarter } from '#platform/text'
import { lockPage, savePageTextRow } from './page.data.ts'
import { pageSlugs } from './pages.tables.ts'

/** Puts the starter words of the community's pages in. */
export async function seedPages(db: Db, network: { id: string }, now: Temporal.Instant) {
  for (const { slug, texts } of readStarter('pages')) {
    const known = pageSlugs.find((one) => one === slug)
    if (!known) continue
    const { id } = await lockPage(db, network.id, known)
    for (const { language, key, body } of texts)
      await savePageTextRow(db, { pageId: id, language, title: key('title'), summary: key('summary'), body, editedAt: now, editedBy: null })
  }
}
