import type { Generated, GeneratedAlways } from 'kysely'

export type Answer = 'seated' | 'waiting' | 'declined'

export type EventSeatsTable = {
  eventId: string
  capacity: number | null
  seated: Generated<number>
  waiting: Generated<number>
  lastPlace: Generated<number>
  closedAt: Temporal.Instant | null
  isFull: GeneratedAlways<boolean>
}

export type RsvpTable = {
  eventId: string
  personId: string
  answer: Answer
  place: number
  answeredAt: Temporal.Instant
  seatedAt: Temporal.Instant | null
  sequence: Generated<number>
}

export type SeatsTables = { eventSeats: EventSeatsTable; rsvp: RsvpTable }
