import type { Generated } from 'kysely'

export type RsvpAskTable = {
  eventId: string
  personId: string
  name: Generated<string>
  question: Generated<string>
  timeZone: string | null
  askedAt: Temporal.Instant
}

export type CalendarFeedTable = { personId: string; version: Generated<number>; renewedAt: Temporal.Instant }

export type RsvpsTables = { rsvpAsk: RsvpAskTable; calendarFeed: CalendarFeedTable }
