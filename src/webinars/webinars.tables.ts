import type { Language } from '#platform/text'

export type WebinarTable = {
  id: string
  networkId: string
  slug: string
  heldOn: Temporal.PlainDate
  minutes: number | null
  recording: string | null
  slides: string | null
  /** The event it was, whose people are told of the recording. */
  eventId: string | null
  begunAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
}

export type WebinarTextTable = {
  webinarId: string
  language: Language
  title: string
  summary: string
  speakers: string
  body: string
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type WebinarsTables = { webinar: WebinarTable; webinarText: WebinarTextTable }
