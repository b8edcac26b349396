import type { Generated, JSONColumnType } from 'kysely'
import type { Texts } from '#letters'
import type { BeginsWith, Ended, StopsWith } from './series.rules.ts'

export type SeriesTable = {
  id: string
  networkId: string
  listId: string
  name: string
  beginsWith: BeginsWith
  stopsWith: StopsWith | null
  begunAt: Temporal.Instant
  changedAt: Temporal.Instant
  onSince: Generated<Temporal.Instant | null>
  lookedUntil: Generated<Temporal.Instant | null>
}

export type SeriesStepTable = {
  id: string
  seriesId: string
  position: number
  afterDays: number
  atHour: number | null
  subject: JSONColumnType<Texts>
  body: JSONColumnType<Texts>
  changedAt: Temporal.Instant
}

export type SeriesPersonTable = {
  id: string
  seriesId: string
  personId: string | null
  enteredAt: Temporal.Instant
  passed: Generated<number>
  dueAt: Temporal.Instant | null
  ended: Generated<Ended | null>
  endedAt: Generated<Temporal.Instant | null>
}

export type SeriesMailTable = { stepId: string; seriesPersonId: string; queuedAt: Temporal.Instant }
export type SeriesContentTable = { contentId: string; stepId: string; isTest: boolean }

export type SeriesTables = {
  series: SeriesTable
  seriesStep: SeriesStepTable
  seriesPerson: SeriesPersonTable
  seriesMail: SeriesMailTable
  seriesContent: SeriesContentTable
}
