import type { Db } from '#database'
import { listLists } from '#mailing'
import { readStarter } from '#platform/text'
import { newBlock } from '#letters'
import { insertEdition } from './edition.data.ts'
import { writeLetters } from './letter.actions.ts'

/** Puts the first update in, as if it had been published some days before `now`. */
export async function seedEditions(db: Db, network: { id: string }, now: Temporal.Instant): Promise<void> {
  const [list] = await listLists(db, network.id)
  if (!list) return
  for (const { slug, english, texts } of readStarter('updates')) {
    const publishedAt = now.subtract({ hours: 24 * Number(english.key('publishedDaysAgo')) })
    const inEach = (read: (text: (typeof texts)[number]) => string) => Object.fromEntries(texts.map((text) => [text.language, read(text)]))
    const written = {
      subject: inEach(({ key }) => key('subject')),
      preheader: inEach(({ key }) => key('preheader')),
      blocks: [newBlock('words', { text: inEach(({ body }) => body) })],
    }
    const moments = { begunAt: publishedAt, changedAt: publishedAt, changedBy: null, publishedAt }
    const letters = await writeLetters(db, network.id, written, publishedAt)
    await insertEdition(db, { networkId: network.id, listId: list.id, slug, ...written, letters, ...moments })
  }
}
