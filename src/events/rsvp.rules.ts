import { answerWhen, type Answer } from '#seats'
import { isAfter, type EventMoments } from './event.rules.ts'

/** Why nobody can say "I am coming" just now. */
export type RsvpRefusal = 'cancelled' | 'date-not-set' | 'not-open-yet' | 'closed' | 'begun' | 'over'

export type RsvpOutcome = { answer: Exclude<Answer, 'declined'> } | { refused: RsvpRefusal }

export type RsvpFacts = EventMoments & { isFull: boolean }

/** First come, first seated; then the waiting list; nothing before RSVP opens or once the event has begun. */
export function answerFor(event: RsvpFacts, now: Temporal.Instant): RsvpOutcome {
  const refused = refusalFor(event, now)
  return refused ? { refused } : { answer: answerWhen(event.isFull) }
}

function refusalFor(event: EventMoments, now: Temporal.Instant): RsvpRefusal | null {
  const { startsAt, endsAt } = event
  if (event.cancelledAt) return 'cancelled'
  if (!startsAt || !endsAt) return 'date-not-set'
  if (isAfter(startsAt, now)) return doorFor(event, now)
  return isAfter(endsAt, now) ? 'begun' : 'over'
}

function doorFor({ rsvpOpensAt, rsvpClosesAt }: EventMoments, now: Temporal.Instant): RsvpRefusal | null {
  if (rsvpOpensAt && isAfter(rsvpOpensAt, now)) return 'not-open-yet'
  return rsvpClosesAt && !isAfter(rsvpClosesAt, now) ? 'closed' : null
}

/** A seat can be given back until the event begins; after that it helps nobody. */
export const mayWithdraw = ({ startsAt, cancelledAt }: EventMoments, now: Temporal.Instant): boolean =>
  !cancelledAt && (!startsAt || isAfter(startsAt, now))
