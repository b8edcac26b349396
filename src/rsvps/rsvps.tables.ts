import type { Said } from '#rsvp-forms'
import type { Generated, JSONColumnType } from 'kysely'

export type RsvpAskTable = {
  eventId: string
  personId: string
  name: Generated<string>
  question: Generated<string>
  answers: JSONColumnType<Said[]>
  timeZone: string | null
  askedAt: Temporal.Instant
}

export type CalendarFeedTable = { personId: string; version: Generated<number>; renewedAt: Temporal.Instant }

/** An RSVP that stands in the guest's calendar as a date of the series' entry. */
export type RsvpInSeriesTable = { eventId: string; personId: string }

export type RsvpsTables = { rsvpAsk: RsvpAskTable; calendarFeed: CalendarFeedTable; rsvpInSeries: RsvpInSeriesTable }
