import type { EditionCount, PageCount } from './reading.data.ts'

/** An edition's totals as they may be seen: nothing where they are too small. */
export type EditionLine = Pick<EditionCount, 'slug' | 'subject' | 'sentAt' | 'delivered'> & {
  clicks: number | null
  /** Links followed for each hundred mails. */
  perHundred: number | null
  places: number | null
}

export type Reading = { editions: EditionLine[]; delivered: number; pages: PageCount[] }

/** No sum of the totals is told: with all the others known it would tell the one that is hidden. */
export function readingOf(counts: EditionCount[], pages: PageCount[], shownFrom: (figure: number) => number | null): Reading {
  return {
    editions: counts.map(({ clicks, places, ...edition }) => ({
      ...edition,
      clicks: shownFrom(clicks),
      perHundred: shownFrom(clicks) === null || edition.delivered === 0 ? null : Math.round((clicks / edition.delivered) * 100),
      places: shownFrom(places),
    })),
    delivered: counts.reduce((sum, { delivered }) => sum + delivered, 0),
    pages,
  }
}
