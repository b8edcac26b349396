import type { Db } from '#database'
import { readStarter } from '#platform/text'
import { beginStepRow, saveStepTextRow } from './step.data.ts'

/** Puts the starter steps of the toolkit in. */
export async function seedSteps(db: Db, network: { id: string }, now: Temporal.Instant) {
  for (const { slug, english, texts } of readStarter('steps')) {
    const { id: stepId } = await beginStepRow(db, { networkId: network.id, slug, place: Number(english.key('place')), publishedAt: now })
    for (const { language, key, body } of texts)
      await saveStepTextRow(db, { stepId, language, title: key('title'), summary: key('summary'), body, editedAt: now, editedBy: null })
  }
}
