import type { Tx } from '#database'
import { readStarter } from '#platform/text'
import { beginAnswerRow, saveAnswerText } from './answer.data.ts'

/** Puts the starter answers in, as if published in the weeks before `now`. */
export async function seedAnswers(tx: Tx, network: { id: string }, now: Temporal.Instant): Promise<void> {
  for (const { slug, english, texts } of readStarter('answers')) {
    const publishedAt = now.subtract({ hours: 24 * Number(english.key('publishedDaysAgo')) })
    const answer = await beginAnswerRow(tx, { networkId: network.id, slug, publishedAt }, publishedAt)
    if (!answer) continue
    for (const { language, key, body } of texts) {
      const words = { title: key('title'), summary: key('summary'), asked: key('asked'), body }
      await saveAnswerText(tx, { answerId: answer.id, language, ...words, editedAt: publishedAt, editedBy: null })
    }
  }
}
