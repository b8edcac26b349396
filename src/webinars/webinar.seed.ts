import type { Db } from '#database'
import { readStarter, type StarterText } from '#platform/text'
import { beginWebinarRow, saveWebinarTextRow } from './webinar.data.ts'

/** Puts the starter archive in, as if held in the months before `now`. */
export async function seedWebinars(db: Db, network: { id: string; timeZone: string }, now: Temporal.Instant) {
  for (const { slug, english, texts } of readStarter('webinars')) {
    const publishedAt = now.subtract({ hours: 24 * Number(english.key('heldDaysAgo')) })
    const heldOn = publishedAt.toZonedDateTimeISO(network.timeZone).toPlainDate()
    const webinar = await beginWebinarRow(db, { ...factsOf(english), heldOn, networkId: network.id, slug, publishedAt }, publishedAt)
    if (!webinar) continue
    for (const { language, key, body } of texts) {
      const words = { title: key('title'), summary: key('summary'), speakers: key('speakers'), body }
      await saveWebinarTextRow(db, { webinarId: webinar.id, language, ...words, editedAt: publishedAt, editedBy: null })
    }
  }
}

const factsOf = ({ key }: StarterText) => ({
  minutes: Number(key('minutes')) || null,
  recording: key('recording') || null,
  slides: key('slides') || null,
  eventId: null,
})
