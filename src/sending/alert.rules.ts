import type { StopReason } from './sending.tables.ts'

/** When an edition is stopped by itself: a share of what was sent, once so many have been. */
export type Bound = { share: number; after: number }
export type Bounds = { bounces: Bound; complaints: Bound }

/**
 * More addresses that are no good than one in twenty say that a list is old or not ours. Gmail turns away whoever is reported as
 * spam by three readers in a thousand.
 */
export const usualBounds: Bounds = { bounces: { share: 0.05, after: 100 }, complaints: { share: 0.003, after: 300 } }

export type Came = { given: number; bounces: number; complaints: number }

export type Breach = { reason: Exclude<StopReason, 'mistake'>; troubles: number; given: number }

/** What is over its bound; bounces first, since they show first. */
export function breachOf({ given, bounces, complaints }: Came, bounds: Bounds = usualBounds): Breach | null {
  if (isOver(bounces, given, bounds.bounces)) return { reason: 'bounces', troubles: bounces, given }
  return isOver(complaints, given, bounds.complaints) ? { reason: 'complaints', troubles: complaints, given } : null
}

const isOver = (troubles: number, given: number, { share, after }: Bound) => given >= after && troubles > given * share
