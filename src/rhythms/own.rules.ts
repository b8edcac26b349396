import type { EventInput } from '#events'
import type { Given } from './rhythms.tables.ts'

/** What a date can have of its own, though it belongs to a series. */
const parts = {
  time: ['startsAt', 'endsAt', 'timeZone'],
  door: ['rsvpOpensAt', 'rsvpClosesAt'],
  title: ['title'],
  words: ['summary', 'description'],
  hosts: ['hosts'],
  place: ['place', 'state'],
  call: ['call'],
  seats: ['capacity'],
  rest: ['kind', 'reminders', 'isRecorded'],
} as const satisfies Record<string, (keyof EventInput)[]>

export type Part = keyof typeof parts

const names = Object.keys(parts) as Part[]

/** What was changed for this date alone: where it is not what its series gave it. */
export const ownParts = (given: Given, now: EventInput): Part[] => {
  const kept = keep(now)
  return names.filter((part) => parts[part].some((name) => !isSame(given[name], kept[name])))
}

/** What the series says now, but for what was changed for this date alone. */
export function follow(given: Given, now: EventInput, next: EventInput): EventInput {
  const own = ownParts(given, now).flatMap((part) => parts[part].map((name) => [name, now[name]]))
  return { ...next, ...(Object.fromEntries(own) as Partial<EventInput>) }
}

export const keep = (input: EventInput): Given => ({
  ...input,
  startsAt: textOf(input.startsAt),
  endsAt: textOf(input.endsAt),
  rsvpOpensAt: textOf(input.rsvpOpensAt),
  rsvpClosesAt: textOf(input.rsvpClosesAt),
})

export const take = (given: Given): EventInput => ({
  ...given,
  startsAt: momentOf(given.startsAt),
  endsAt: momentOf(given.endsAt),
  rsvpOpensAt: momentOf(given.rsvpOpensAt),
  rsvpClosesAt: momentOf(given.rsvpClosesAt),
})

/** The same for another hour: when RSVP opens and closes moves along. */
export function moveTo(input: EventInput, { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }): EventInput {
  const by = (input.startsAt ?? startsAt).until(startsAt)
  const moved = (moment: Temporal.Instant | null) => moment?.add(by) ?? null
  return { ...input, startsAt, endsAt, rsvpOpensAt: moved(input.rsvpOpensAt), rsvpClosesAt: moved(input.rsvpClosesAt) }
}

const textOf = (moment: Temporal.Instant | null) => moment?.toString() ?? null

const momentOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** The order of what JSON keeps may differ. */
const isSame = (one: unknown, other: unknown): boolean => inOrder(one ?? null) === inOrder(other ?? null)

const inOrder = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted()) : part,
  )
