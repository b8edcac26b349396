import { languages, type Language } from '#platform/text'
import type { InEach } from './rsvp-forms.tables.ts'

/** The words in this language, or in the one in which there are any. */
export function wordsIn(each: InEach, language: Language): { language: Language; words: string } {
  const found = [language, ...languages].find((one) => each[one]) ?? language
  return { language: found, words: each[found] }
}

/** What is kept of a pick: the same in whichever language it was picked. */
export const keyOf = (option: InEach): string => wordsIn(option, 'en').words

/** Lines in each language, put together by their place: a line that one language lacks is empty there. */
export const together = (lines: Record<Language, string[]>): InEach[] =>
  Array.from({ length: Math.max(lines.en.length, lines.es.length) }, (_, place) => ({
    en: lines.en[place] ?? '',
    es: lines.es[place] ?? '',
  }))
