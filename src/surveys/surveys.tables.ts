import type { Generated } from 'kysely'

export type Side = 'came' | 'missed'

export type SurveyTable = {
  eventId: string
  cameQuestions: string[]
  missedQuestions: string[]
  setAt: Temporal.Instant
  askedAt: Generated<Temporal.Instant | null>
}

export type SurveyAskTable = { eventId: string; personId: string; side: Side; askedAt: Temporal.Instant }

export type SurveyAnswerTable = { eventId: string; personId: string; question: string; answer: string; saidAt: Temporal.Instant }

export type SurveysTables = { survey: SurveyTable; surveyAsk: SurveyAskTable; surveyAnswer: SurveyAnswerTable }
