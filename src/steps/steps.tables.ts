import type { Language } from '#platform/text'

export type StepTable = {
  id: string
  networkId: string
  slug: string
  place: number
  /** Null: a draft. */ publishedAt: Temporal.Instant | null
}

export type StepTextTable = {
  stepId: string
  language: Language
  title: string
  summary: string
  body: string
  editedAt: Temporal.Instant
  editedBy: string | null
}

/** At which step somebody's partnership is. */
export type StepStandingTable = { personId: string; networkId: string; stepId: string; markedAt: Temporal.Instant }

export type StepDoneTable = {
  personId: string
  stepId: string
  /** Of the step's numbered list. */ number: number
  doneAt: Temporal.Instant
}

export type StepsTables = { step: StepTable; stepText: StepTextTable; stepStanding: StepStandingTable; stepDone: StepDoneTable }
