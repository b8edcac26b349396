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

export type Breach = { reason: Exclude<StopReason, 'mistake'>; troubles: number; given: number; boundInThousand: number }

/** The shares that a community has set; what a share says only once so many were sent stays as it is. */
export const boundsOf = (set: { bouncesInThousand: number; complaintsInThousand: number }): Bounds => ({
  bounces: { ...usualBounds.bounces, share: set.bouncesInThousand / 1000 },
  complaints: { ...usualBounds.complaints, share: set.complaintsInThousand / 1000 },
})

/** What is over its bound; bounces first, since they show first. */
export function breachOf({ given, bounces, complaints }: Came, bounds: Bounds = usualBounds): Breach | null {
  const inThousand = ({ share }: Bound) => Math.round(share * 1000)
  if (isOver(bounces, given, bounds.bounces))
    return { reason: 'bounces', troubles: bounces, given, boundInThousand: inThousand(bounds.bounces) }
  return isOver(complaints, given, bounds.complaints)
    ? { reason: 'complaints', troubles: complaints, given, boundInThousand: inThousand(bounds.complaints) }
    : null
}

const isOver = (troubles: number, given: number, { share, after }: Bound) => given >= after && troubles > given * share
