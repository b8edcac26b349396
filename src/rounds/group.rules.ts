import type { Answers, Choice, Item, ScaleItem, Score, ToolDefinition } from '#tools'

/** Of fewer, one could guess who said what. */
export const fewest = 3
/** More than any room holds: beyond it somebody is playing. */
export const most = 2000

export type Said = { part: string | null; answers: Answers }
/** How the group answered one item. */
export type Spread = { item: ScaleItem; counts: { choice: Choice; count: number }[]; answered: number; differ: number }
export type PartLine = { part: string; people: number; values: (number | null)[] }

export type GroupResult = {
  people: number
  /** The mean of each figure, and where half of the group lies. */
  scores: { score: Score; mean: number; from: number; to: number }[]
  agree: Spread[]
  differ: Spread[]
  all: Spread[]
  parts: PartLine[]
  /** What was written, in an order that tells nothing of who wrote it. */
  words: { item: Item; said: string[] }[]
  /** What most said: the three next things are made of it. */
  common: Answers
}

/** How a tool reads one person's answers: handed in, so that this stays beside it and knows nothing of its inside. */
export type Reader = { score: (answers: Answers, key: string) => number | null; choices: (item: ScaleItem) => Choice[] }

export function groupResultOf(tool: ToolDefinition, said: Said[], reader: Reader): GroupResult {
  const items = tool.sections.flatMap((section) => section.items)
  const all = items.flatMap((item) => (item.kind === 'scale' ? spreadOf(item, said, reader) : []))
  const first = tool.scores.filter(({ show }) => show !== 'no')
  return {
    people: said.length,
    scores: first.flatMap((score) => middle(score, said, reader)),
    agree: all
      .filter(agrees)
      .toSorted((a, b) => shareOf(b) - shareOf(a))
      .slice(0, 5),
    differ: all
      .filter(({ differ }) => differ >= apart)
      .toSorted((a, b) => b.differ - a.differ)
      .slice(0, 5),
    all,
    parts: partLines(said, (one) => first.map((score) => meanOf(one, score, reader))),
    words: items.flatMap((item) => wordsOf(item, said)),
    common: Object.fromEntries(all.flatMap((spread) => commonOf(spread))),
  }
}

/** From here on it is worth talking about: two camps, or everybody somewhere else. */
const apart = 0.3
const together = 0.7

function spreadOf(item: ScaleItem, said: Said[], { choices }: Reader): Spread[] {
  const counts = choices(item).map((choice) => ({ choice, count: said.filter(({ answers }) => answers[item.key] === choice.key).length }))
  const answered = counts.reduce((sum, { count }) => sum + count, 0)
  return answered >= fewest ? [{ item, counts, answered, differ: differenceIn(counts) }] : []
}

/** How far two people of the group are apart on average, of how far they could be: 0 where all say the same. */
export function differenceIn(counts: Spread['counts']): number {
  const rated = counts.flatMap(({ choice: { points }, count }) => (points === undefined ? [] : [{ points, count }]))
  const people = rated.reduce((sum, { count }) => sum + count, 0)
  const range = Math.max(...rated.map(({ points }) => points)) - Math.min(...rated.map(({ points }) => points))
  if (people < 2 || !(range > 0)) return 0
  const pairs = rated.flatMap((a) => rated.map((b) => a.count * b.count * Math.abs(a.points - b.points)))
  return pairs.reduce((sum, one) => sum + one, 0) / (people * (people - 1) * range)
}

const largest = ({ counts }: Spread) => Math.max(...counts.map(({ count }) => count))
const shareOf = (spread: Spread) => largest(spread) / spread.answered
const agrees = (spread: Spread) => shareOf(spread) >= together && spread.differ < apart

/** Only what more than half said is the group's answer. */
const commonOf = ({ item, counts, answered }: Spread): [string, string][] =>
  counts.filter(({ count }) => count * 2 > answered).map(({ choice }) => [item.key, choice.key])

function middle(score: Score, said: Said[], reader: Reader): GroupResult['scores'] {
  const values = valuesOf(said, score, reader)
  const mean = meanOf(said, score, reader)
  const at = (share: number) => values[Math.round((values.length - 1) * share)] ?? 0
  return mean === null ? [] : [{ score, mean, from: at(0.25), to: at(0.75) }]
}

const valuesOf = (said: Said[], { key }: Score, { score }: Reader) =>
  said
    .map(({ answers }) => score(answers, key))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b)

function meanOf(said: Said[], score: Score, reader: Reader): number | null {
  const values = valuesOf(said, score, reader)
  return values.length >= fewest ? Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) : null
}

/**
 * A line for each part of which at least three have answered. Those without a line must not be found by taking the lines from the whole:
 * where one or two are left over, the smallest line is left out as well.
 */
export function partLines(said: Said[], values: (said: Said[]) => (number | null)[]): PartLine[] {
  const groups = [...Map.groupBy(said, ({ part }) => part ?? '')].toSorted(([a], [b]) => a.localeCompare(b))
  const shown = groups.filter(([part, some]) => part !== '' && some.length >= fewest).toSorted(([, a], [, b]) => b.length - a.length)
  while (shown.length > 0) {
    const left = said.length - shown.reduce((sum, [, some]) => sum + some.length, 0)
    if (left === 0 || left >= fewest) break
    shown.pop()
  }
  return shown.map(([part, some]) => ({ part, people: some.length, values: values(some) }))
}

function wordsOf(item: Item, said: Said[]): GroupResult['words'] {
  if (item.kind !== 'text' && item.kind !== 'line') return []
  const words = said.flatMap(({ answers }) => (typeof answers[item.key] === 'string' ? [String(answers[item.key])] : []))
  return words.length >= fewest ? [{ item, said: words.toSorted((a, b) => a.localeCompare(b)) }] : []
}
