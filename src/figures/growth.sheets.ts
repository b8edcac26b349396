import type { Words } from '#platform/text'
import type { Growth, Way } from './growth.rules.ts'
import { shareOf } from './share.rules.ts'
import type { Sheet } from './sheet.rules.ts'
import { departureWords, sourceWords } from './source.words.ts'

/** Each month or week, named on the page in words and in a file by its first day. */
export const growthSheet = (t: Words, { buckets }: Growth, named: (place: number) => string): Sheet => ({
  head: [t('When'), t('Joined'), t('Left'), t('On the list at its end')],
  rows: buckets.map(({ joined, left, on }, place) => [named(place), joined, left, on]),
})

export const sourcesSheet = (t: Words, { sources }: Growth): Sheet => waysSheet(t, sources, (source) => sourceWords(t, source))

export const departuresSheet = (t: Words, { departures }: Growth): Sheet => waysSheet(t, departures, (source) => departureWords(t, source))

/** Two ways that are called the same are one line. */
function waysSheet(t: Words, ways: Way[], named: (source: string) => string): Sheet {
  const all = ways.reduce((sum, { count }) => sum + count, 0)
  const lines = [...Map.groupBy(ways, ({ source }) => named(source))].map(([name, of]) => ({
    name,
    count: of.reduce((sum, { count }) => sum + count, 0),
  }))
  return {
    head: [t('Way'), t('People'), t('Share')],
    rows: lines.map(({ name, count }) => [name, count, shareOf(count, all)]),
  }
}
