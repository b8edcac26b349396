import type { Language } from '#platform/text'

export type StepTable = { id: string; networkId: string; slug: string; place: number }

export type StepTextTable = {
  stepId: string
  language: Language
  title: string
  summary: string
  body: string
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type StepsTables = { step: StepTable; stepText: StepTextTable }
