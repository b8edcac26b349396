import type { Tx } from '#database'
import { readStarter } from '#platform/text'
import { findRhythm } from '#rhythms'
import { insertQuestion } from './form-question.data.ts'

/** What the starter's series ask whoever comes. */
export async function seedRsvpForms(tx: Tx, network: { id: string }, now: Temporal.Instant): Promise<void> {
  for (const { slug, texts } of readStarter('rhythms')) {
    const rhythm = await findRhythm(tx, network.id, slug)
    const asks = (language: 'en' | 'es') => texts.find((text) => text.language === language)?.key('asks') ?? ''
    if (!rhythm || !asks('en')) continue
    const question = { kind: 'line', words: { en: asks('en'), es: asks('es') }, isRequired: false, isForAll: true } as const
    await insertQuestion(tx, { networkId: network.id, rhythmId: rhythm.id }, { ...question, options: [] }, now)
  }
}
