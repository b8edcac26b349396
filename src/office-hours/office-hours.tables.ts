import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type Wish = 'ideas' | 'example' | 'someone-to-call' | 'listen'
export type Sharing = 'named' | 'nameless' | 'not-at-all'
export type Help = 'yes' | 'some' | 'no'

export type QuestionTable = {
  id: string
  networkId: string
  personId: string
  /** The call it is brought to; null: the next one. */
  eventId: string | null
  /** The event to which it was sent with an RSVP. */
  rsvpEventId: string | null
  stage: string
  happened: string
  tried: string
  /** Null: not said yet. */
  wish: Wish | null
  sharing: Sharing
  askedAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  place: Generated<number>
  assignedTo: string | null
  answerId: string | null
}

export type MeTooTable = { questionId: string; personId: string; askedAt: Temporal.Instant; confirmedAt: Temporal.Instant | null }

export type AnswerTable = { id: string; networkId: string; slug: string; begunAt: Temporal.Instant; publishedAt: Temporal.Instant | null }

export type AnswerTextTable = {
  answerId: string
  language: Language
  title: string
  summary: string
  asked: string
  body: string
  searched: Generated<string>
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type AnswerOutcomeTable = {
  answerId: string
  personId: string
  toldAt: Temporal.Instant
  said: Help | null
  saidAt: Temporal.Instant | null
}

export type OfficeHoursTables = {
  question: QuestionTable
  meToo: MeTooTable
  answer: AnswerTable
  answerText: AnswerTextTable
  answerOutcome: AnswerOutcomeTable
}
