/** An hour on each reader's own clock, and when that is in each of their zones. */
export type LocalClock = {
  zones: { timeZone: string; at: Temporal.Instant }[]
  /** For readers whose zone is not known: that of the community. */
  otherwise: Temporal.Instant
  first: Temporal.Instant
  last: Temporal.Instant
}

/**
 * When clocks show this hour, zone by zone. An hour that a spring night leaves out is the one after the leap; of an hour
 * that an autumn night has twice, the first. A moment that is over already, as on far islands, is now.
 */
export function localClock(local: string, { timeZones, usual }: { timeZones: string[]; usual: string }, now: Temporal.Instant): LocalClock {
  const typed = Temporal.PlainDateTime.from(local)
  const at = (timeZone: string) => latest(typed.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant(), now)
  const zones = timeZones.flatMap((timeZone) => (isKnown(timeZone) ? [{ timeZone, at: at(timeZone) }] : []))
  const otherwise = at(usual)
  const moments = [otherwise, ...zones.map((zone) => zone.at)].toSorted((one, other) => Temporal.Instant.compare(one, other))
  return { zones, otherwise, first: moments[0] ?? otherwise, last: moments.at(-1) ?? otherwise }
}

const latest = (one: Temporal.Instant, other: Temporal.Instant) => (Temporal.Instant.compare(one, other) > 0 ? one : other)

/** A name that came from elsewhere and is no zone counts as none. */
function isKnown(timeZone: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(timeZone) !== null
  } catch {
    return false
  }
}
