import type { Wants } from './row.rules.ts'

/**
 * What becomes of a row. new: a person nobody knew. joins: someone known, not on this list yet. known: on the list already.
 * leaves, bounced-there: noted so that no later import brings them back. stays: joined here after they had left there.
 * noted: noted before. The others are left alone, each for its reason.
 */
export type Verdict =
  | 'new'
  | 'joins'
  | 'known'
  | 'leaves'
  | 'bounced-there'
  | 'stays'
  | 'noted'
  | 'left'
  | 'bounced'
  | 'complained'
  | 'erased'

/** How an address stands with us and with the list, before the row is taken. */
export type Standing = {
  personId: string | null
  isOn: boolean
  confirmedAt: Temporal.Instant | null
  /** Left this list, or left the last that they were on. */
  hasLeft: boolean
  suppressedFor: string[]
}

/** Whom nobody knows, and nothing keeps from mail. */
export const stranger: Standing = { personId: null, isOn: false, confirmedAt: null, hasLeft: false, suppressedFor: [] }

export type Asking = { wants: Wants; leftAt: string | null }

/** Decides on one row. Nobody who left, bounced, complained or asked to be forgotten is brought back. */
export function verdictOf(row: Asking, standing: Standing): Verdict {
  if (standing.suppressedFor.includes('erased')) return 'erased'
  if (row.wants !== 'on') return verdictOnDeparture(row, standing)
  if (standing.suppressedFor.includes('complained')) return 'complained'
  if (standing.suppressedFor.length > 0) return 'bounced'
  if (standing.hasLeft) return 'left'
  if (standing.isOn) return 'known'
  return standing.personId ? 'joins' : 'new'
}

/** What someone did here counts more than what they did elsewhere before. */
function verdictOnDeparture({ wants, leftAt }: Asking, { isOn, confirmedAt, hasLeft, suppressedFor }: Standing): Verdict {
  const isOlder = leftAt === null || (confirmedAt !== null && Temporal.Instant.compare(Temporal.Instant.from(leftAt), confirmedAt) < 0)
  if (isOn && isOlder) return 'stays'
  if (wants === 'bounced') return suppressedFor.length > 0 ? 'noted' : 'bounced-there'
  return hasLeft ? 'noted' : 'leaves'
}

export type Counts = Partial<Record<Verdict | 'duplicate' | 'bad', number>>

export function addCounts(one: Counts, other: Counts): Counts {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Counts>
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
}

export const countVerdicts = (found: Verdict[]): Counts =>
  Object.fromEntries([...Map.groupBy(found, (verdict) => verdict)].map(([verdict, same]) => [verdict, same.length]))
