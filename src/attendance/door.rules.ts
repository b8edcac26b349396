export type Door = { startsAt: Temporal.Instant | null; openedAt: Temporal.Instant | null }

/** When a call's door opens by itself: a quarter of an hour before it begins. */
export const opensAt = ({ startsAt }: Pick<Door, 'startsAt'>): Temporal.Instant | null => startsAt?.subtract({ minutes: 15 }) ?? null

/** Open since a host let people in, or by itself. */
export function isOpen(door: Door, now: Temporal.Instant): boolean {
  const by = opensAt(door)
  return door.openedAt !== null || (by !== null && Temporal.Instant.compare(by, now) <= 0)
}
