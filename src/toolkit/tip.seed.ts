import type { Db } from '#database'
import { readStarter } from '#platform/text'
import { beginTipRow, saveTipTextRow } from './tip.data.ts'

/** Puts the starter tips in, as if published in the weeks before `now`. */
export async function seedTips(db: Db, network: { id: string }, now: Temporal.Instant) {
  for (const { slug, english, texts } of readStarter('tips')) {
    const publishedAt = now.subtract({ hours: 24 * Number(english.key('publishedDaysAgo')) })
    const tip = await beginTipRow(db, { networkId: network.id, slug, publishedAt }, publishedAt)
    if (!tip) continue
    for (const { language, key, body } of texts) {
      const words = { title: key('title'), summary: key('summary'), step: key('step'), author: key('author'), body }
      await saveTipTextRow(db, { tipId: tip.id, language, ...words, editedAt: publishedAt, editedBy: null })
    }
  }
}
