import type { EventInput } from '#events'
import type { Language } from '#platform/text'
import type { Generated, JSONColumnType } from 'kysely'
import type { Unit } from './recurrence.rules.ts'

/** What a series says of a date, as JSON keeps it: moments are text. */
export type Given = Omit<EventInput, Moment> & Record<Moment, string | null>
type Moment = 'startsAt' | 'endsAt' | 'rsvpOpensAt' | 'rsvpClosesAt'

export type OtherWords = { language: Language; title: string; summary: string; description: string }

export type RhythmTable = {
  id: string
  networkId: string
  slug: string
  unit: Unit
  every: number
  week: number | null
  firstDay: Temporal.PlainDate
  firstNumber: Generated<number>
  lastDay: Temporal.PlainDate | null
  mostDates: number | null
  timeZone: string
  localTime: string
  minutes: number
  rotation: string[]
  given: JSONColumnType<Given>
  texts: JSONColumnType<OtherWords[]>
  sequence: Generated<number>
  begunAt: Temporal.Instant
  changedAt: Temporal.Instant
}

export type RhythmDateTable = {
  rhythmId: string
  number: number
  day: Temporal.PlainDate
  eventId: string | null
  given: JSONColumnType<Given>
}

export type RhythmsTables = { rhythm: RhythmTable; rhythmDate: RhythmDateTable }
