import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type Kind = 'office-hours' | 'webinar' | 'meet-up' | 'academy'
export type Reminder = 'week' | 'day' | 'hour'

export type EventTable = {
  id: string
  networkId: string
  slug: string
  kind: Kind
  hosts: string[]
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  timeZone: string
  place: Generated<string>
  /** For whom it is above all; null: for everybody. */
  state: Generated<string | null>
  rsvpOpensAt: Temporal.Instant | null
  rsvpClosesAt: Temporal.Instant | null
  reminders: Generated<Reminder[]>
  isRecorded: Generated<boolean>
  sequence: Generated<number>
  begunAt: Temporal.Instant
  changedAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
}

export type EventTextTable = { eventId: string; language: Language; title: string; summary: string; description: string }

export type EventCallTable = { eventId: string; joinUrl: string; dialIn: string; meetingId: string; passcode: string }

export type EventCancellationTable = { eventId: string; personId: string | null; reason: string; cancelledAt: Temporal.Instant }

export type EventInterestTable = { eventId: string; personId: string; askedAt: Temporal.Instant; confirmedAt: Temporal.Instant | null }

export type EventsTables = {
  event: EventTable
  eventText: EventTextTable
  eventCall: EventCallTable
  eventCancellation: EventCancellationTable
  eventInterest: EventInterestTable
}
