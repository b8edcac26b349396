/** One place on the axis of time: a short word below it, with its year where that is new, and all of it for whoever listens. */
export type Tick = { short: string; year: string; long: string }

/** Which places carry their word, so that never more than `most` stand side by side, evenly, the last one always. */
export function labelled(count: number, most: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / most))
  return new Set(Array.from({ length: count }, (_, place) => place).filter((place) => (count - 1 - place) % every === 0))
}

/** Where the middle of a place stands, in hundredths of the width. */
export const middleOf = (place: number, count: number): number => round(((place + 0.5) / count) * 100)

/** The place of the largest value; the last of several. */
export const placeOfMost = (values: number[]): number =>
  values.reduce((best, value, place) => (value >= (values[best] ?? 0) ? place : best), 0)

/** No drawing needs more than hundredths. */
export const round = (number: number): number => Math.round(number * 100) / 100

/** Figures at either end of a drawing begin or end there, so that none is cut off. */
export const anchorOf = (place: number, count: number): 'start' | 'middle' | 'end' =>
  place === 0 && count > 1 ? 'start' : place === count - 1 && count > 1 ? 'end' : 'middle'

/** Short words below stand in the middle of their place, unless the places are narrower than they are. */
export const axisAnchorOf = (place: number, count: number) => (count > narrowFrom ? anchorOf(place, count) : 'middle')

const narrowFrom = 13

/** Which words carry their year: the first of each, but no two that stand side by side at the beginning. */
export const yearShown = (years: string[]): boolean[] =>
  years.map((year, place) => (place === 0 ? years.length === 1 || years[1] === year : years[place - 1] !== year))
