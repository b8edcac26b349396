import type { Generated } from 'kysely'

export type Side = 'came' | 'missed'

/** What is asked: questions of the stewards' own, with their Spanish line by line. */
export type Own = {
  cameQuestions: string[]
  missedQuestions: string[]
  cameSpanish: string[]
  missedSpanish: string[]
  setAt: Temporal.Instant
}

export type SurveyTable = Own & { eventId: string; isWanted: Generated<boolean>; askedAt: Generated<Temporal.Instant | null> }

/** The same for all dates of a series. */
export type RhythmSurveyTable = Own & { rhythmId: string }

export type SurveyAskTable = { eventId: string; personId: string; side: Side; askedAt: Temporal.Instant }

export type SurveyAnswerTable = { eventId: string; personId: string; question: string; answer: string; saidAt: Temporal.Instant }

export type SurveysTables = {
  survey: SurveyTable
  rhythmSurvey: RhythmSurveyTable
  surveyAsk: SurveyAskTable
  surveyAnswer: SurveyAnswerTable
}
