import { languages, type Language } from '#platform/text'

export type Hit = { startsAt: number; language: Language; speaker: string; /** With what was asked between the marks. */ words: string }

/** A slide that has words which were asked for. */
export type SlideHit = { page: number; /** With what was asked between the marks. */ words: string }

/** What stands before and after a word that was asked for; no text carries them. */
export const marks = { begin: '\u0002', end: '\u0003' }

export type Sentence = { language: Language; place: number }

const hitsEach = 3

/**
 * Of the sentences in which any of the stems stands, given by language and stem as places parted by commas: those that have most of them,
 * the reader's language before others, the earlier before the later.
 */
export function bestSentences(places: Partial<Record<Language, Record<string, string | null>>>, reader: Language): Sentence[] {
  return [...languages]
    .sort((one, other) => Number(other === reader) - Number(one === reader))
    .flatMap((language) => mostTold(Object.values(places[language] ?? {})).map((place) => ({ language, place })))
    .slice(0, hitsEach)
}

function mostTold(stems: (string | null)[]): number[] {
  const told = new Map<number, number>()
  for (const place of stems.flatMap((list) => (list ? list.split(',').map(Number) : []))) told.set(place, (told.get(place) ?? 0) + 1)
  return [...told]
    .sort(([place, stems], [otherPlace, otherStems]) => otherStems - stems || place - otherPlace)
    .slice(0, hitsEach)
    .map(([place]) => place)
}
