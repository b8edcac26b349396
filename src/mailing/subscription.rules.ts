/** The moments of a subscription that decide how someone stands with a list. */
export type Moments = { askedAt: Temporal.Instant; confirmedAt: Temporal.Instant | null; leftAt: Temporal.Instant | null }

/** asked: waits for the address to confirm. on: gets the list's mail. left: was on it. */
export type Standing = 'asked' | 'on' | 'left'

export function standingOf({ askedAt, confirmedAt, leftAt }: Moments): Standing {
  if (leftAt && Temporal.Instant.compare(askedAt, leftAt) <= 0) return 'left'
  return confirmedAt && !leftAt ? 'on' : 'asked'
}

const mayReturnFor = Temporal.Duration.from({ hours: 24 * 7 })

/** For a week, leaving can be taken back with the link that did it; later, joining again asks the address again. */
export const mayReturn = (moments: Moments, now: Temporal.Instant): boolean =>
  standingOf(moments) === 'left' &&
  moments.confirmedAt !== null &&
  moments.leftAt !== null &&
  Temporal.Instant.compare(now, moments.leftAt.add(mayReturnFor)) < 0
