import type { Answer } from '#seats'
import type { Kind } from './events.tables.ts'

export const kinds = ['office-hours', 'webinar', 'meet-up', 'academy'] as const satisfies Kind[]

export const isKind = (word: string | undefined): word is Kind => kinds.some((kind) => kind === word)

/** What the moments of an event say of it. */
export type EventMoments = {
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  rsvpOpensAt: Temporal.Instant | null
  rsvpClosesAt: Temporal.Instant | null
  publishedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
}

export type EventState = 'draft' | 'cancelled' | 'to-be-announced' | 'upcoming' | 'now' | 'over'

export function stateOf(event: EventMoments, now: Temporal.Instant): EventState {
  if (event.cancelledAt) return 'cancelled'
  if (!event.publishedAt) return 'draft'
  if (!event.startsAt || !event.endsAt) return 'to-be-announced'
  if (isAfter(event.startsAt, now)) return 'upcoming'
  return isAfter(event.endsAt, now) ? 'now' : 'over'
}

/** From half an hour before it begins until it ends. */
export const isAtHand = ({ startsAt, endsAt }: Pick<EventMoments, 'startsAt' | 'endsAt'>, now: Temporal.Instant): boolean =>
  startsAt !== null && endsAt !== null && !isAfter(startsAt.subtract({ minutes: 30 }), now) && isAfter(endsAt, now)

/** What a list says of an event beside its date, the most telling first. */
export type EventStanding = 'cancelled' | 'draft' | 'was-there' | 'coming' | 'waiting' | 'now' | 'full' | 'plain'

export function standingOf(event: Mine & EventMoments, now: Temporal.Instant): EventStanding {
  const state = stateOf(event, now)
  if (state === 'upcoming') return standingAhead(event)
  if (state === 'cancelled' || state === 'draft') return state
  if (event.myAnswer === 'seated') return state === 'over' ? 'was-there' : 'coming'
  return state === 'now' ? 'now' : 'plain'
}

type Mine = { myAnswer: Answer | null; isFull: boolean }

function standingAhead({ myAnswer, isFull }: Mine): EventStanding {
  if (myAnswer === 'seated') return 'coming'
  return myAnswer === 'waiting' ? 'waiting' : isFull ? 'full' : 'plain'
}

/** When the clock alone next changes what a page of these events says; undefined when it never will. */
export function nextChange(events: EventMoments[], now: Temporal.Instant): Temporal.Instant | undefined {
  const moments = events.flatMap((event) => [event.startsAt, event.endsAt, event.rsvpOpensAt, event.rsvpClosesAt])
  return (
    moments
      .filter((moment) => moment !== null && isAfter(moment, now))
      .toSorted((one, other) => Temporal.Instant.compare(one ?? now, other ?? now))[0] ?? undefined
  )
}

export const isAfter = (moment: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(moment, other) > 0

/** What stands in people's calendars. */
export type CalendarFacts = {
  title: string
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  timeZone: string
  place: string
  joinUrl: string
  dialIn: string
  meetingId: string
  passcode: string
  isRecorded: boolean
}

export type CalendarChange = 'title' | 'time' | 'place' | 'call' | 'recorded'

/**
 * What has changed of which those who come are told: their calendar's entry, and whether they are recorded. The zone alone counts: it
 * moves the hour people read.
 */
export function calendarChanges(before: CalendarFacts, after: CalendarFacts): CalendarChange[] {
  const changed = (names: (keyof CalendarFacts)[]) => names.some((name) => String(before[name]) !== String(after[name]))
  const fields: Record<CalendarChange, (keyof CalendarFacts)[]> = {
    time: ['startsAt', 'endsAt', 'timeZone'],
    title: ['title'],
    place: ['place'],
    call: ['joinUrl', 'dialIn', 'meetingId', 'passcode'],
    recorded: ['isRecorded'],
  }
  return (['time', 'title', 'place', 'call', 'recorded'] as const).filter((change) => changed(fields[change]))
}
