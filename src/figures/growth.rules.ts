import type { Steps, Standing } from './growth.data.ts'

/** One month or week: who came, who went, and how many there were at its end. */
export type Bucket = { begin: Temporal.PlainDate; joined: number; left: number; on: number }
export type Way = { source: string; count: number }
export type Growth = { buckets: Bucket[]; joined: number; left: number; sources: Way[]; departures: Way[] }

/**
 * Counts back from how many there are today, so that the last figure is that of the list's own page. Steps after the period
 * only lead back from today.
 */
export function growthOf(begins: Temporal.PlainDate[], steps: Steps[], onToday: number): Growth {
  const within = steps.filter(({ place }) => place < begins.length)
  const byPlace = Map.groupBy(steps, ({ place }) => place)
  let on = onToday - changeOf(byPlace.get(begins.length) ?? [])
  const buckets = begins.toReversed().map((begin, after) => {
    const mine = byPlace.get(begins.length - 1 - after) ?? []
    const bucket = { begin, joined: sumOf(mine, 'joined'), left: sumOf(mine, 'left'), on: Math.max(0, on) }
    on -= changeOf(mine)
    return bucket
  })
  return {
    buckets: buckets.toReversed(),
    joined: sumOf(within, 'joined'),
    left: sumOf(within, 'left'),
    sources: waysOf(within, 'joined'),
    departures: waysOf(within, 'left'),
  }
}

const changeOf = (steps: Steps[]) => sumOf(steps, 'joined') - sumOf(steps, 'left')

const sumOf = (steps: Steps[], step: Steps['step']) => steps.filter((one) => one.step === step).reduce((sum, { count }) => sum + count, 0)

/** The ways by which most came first; beyond the first eleven they are one line. */
function waysOf(steps: Steps[], step: Steps['step']): Way[] {
  const ways = [
    ...Map.groupBy(
      steps.filter((one) => one.step === step),
      ({ source }) => source,
    ),
  ].map(([source, of]) => ({ source, count: sumOf(of, step) }))
  const ordered = ways.toSorted((one, other) => other.count - one.count || (one.source < other.source ? -1 : 1))
  const rest = ordered.slice(mostWays).reduce((sum, { count }) => sum + count, 0)
  return rest > 0 ? [...ordered.slice(0, mostWays), { source: 'other', count: rest }] : ordered
}

const mostWays = 11

export type Verdict = 'empty' | 'grew' | 'shrank' | 'steady'

export const verdictOf = ({ joined, left }: Pick<Growth, 'joined' | 'left'>, on: number): Verdict => {
  if (on === 0 && joined === 0 && left === 0) return 'empty'
  return joined > left ? 'grew' : joined < left ? 'shrank' : 'steady'
}

/** Of a thousand readers one complaint is what large mail services begin to mind; of a few, one person is no sign. */
export const areComplaintsMany = ({ on, complained }: Pick<Standing, 'on' | 'complained'>) => complained > Math.max(1, on / 1000)

/** More than two of a hundred addresses that went bad within a month: an old list, or mail that is turned away. */
export const areBouncesMany = ({ on, bounced }: Pick<Standing, 'on' | 'bounced'>) => bounced > Math.max(2, on / 50)
