import { transaction, type Db } from '#database'
import type { Language } from '#platform/text'
import { moveTicks } from './progress.actions.ts'
import { listStepTexts, lockStep, saveStepTextRow } from './step.data.ts'

export type StepWords = { language: Language; title: string; summary: string; body: string }

/** Saves the words of one language, unless somebody else did since they were shown (`seen`). */
export function saveStep(
  db: Db,
  who: { networkId: string; personId: string | null },
  step: { slug: string; seen: string; words: StepWords },
  now: Temporal.Instant,
): Promise<'saved' | 'gone' | 'changed-meanwhile'> {
  const { slug, seen, words } = step
  return transaction(db, async (tx) => {
    const held = await lockStep(tx, who.networkId, slug)
    if (!held) return 'gone'
    const before = (await listStepTexts(tx, held.id)).find(({ language }) => language === words.language)
    if ((before?.editedAt.toString() ?? '') !== seen) return 'changed-meanwhile'
    if (before && words.language === 'en') await moveTicks(tx, held.id, before.body, words.body)
    await saveStepTextRow(tx, { stepId: held.id, ...words, editedAt: now, editedBy: who.personId })
    return 'saved'
  })
}
