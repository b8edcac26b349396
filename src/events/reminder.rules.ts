import type { Reminder } from './events.tables.ts'

export const reminderKinds = ['week', 'day', 'hour'] as const satisfies Reminder[]

const before = { week: { hours: 7 * 24 }, day: { hours: 24 }, hour: { hours: 1 } } as const satisfies Record<
  Reminder,
  Temporal.DurationLike
>

/** When people are reminded. A week and a day are counted on the clocks of the event's zone, so that the hour stays the same across a change of clocks. */
export function reminderMoment(kind: Reminder, startsAt: Temporal.Instant, timeZone: string): Temporal.Instant {
  if (kind === 'hour') return startsAt.subtract(before.hour)
  return startsAt
    .toZonedDateTimeISO(timeZone)
    .subtract({ days: before[kind].hours / 24 })
    .toInstant()
}

/** A reminder that comes late still helps until the next one is due, or the event begins. */
export function isStillOfUse(kind: Reminder, event: { startsAt: Temporal.Instant; timeZone: string }, now: Temporal.Instant): boolean {
  const next =
    kind === 'week'
      ? reminderMoment('day', event.startsAt, event.timeZone)
      : kind === 'day'
        ? reminderMoment('hour', event.startsAt, event.timeZone)
        : event.startsAt
  return Temporal.Instant.compare(now, next) < 0
}
