import type { Generated, JSONColumnType } from 'kysely'
import type { LetterFile } from '#platform/mail-in'
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
  /** The one that is the same, and whose answer this one gets. */
  mergedInto: string | null
  answerId: string | null
}

export type Side = 'asker' | 'host'

export type QuestionMessageTable = {
  id: string
  questionId: string
  personId: string | null
  side: Side
  words: string
  quoted: string
  files: JSONColumnType<LetterFile[]>
  saidAt: Temporal.Instant
  mailKey: string | null
}

export type QuestionThreadTable = { id: string; questionId: string; personId: string }

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

export type AnswerLinkTable = {
  id: string
  answerId: string
  tipId: string | null
  webinarId: string | null
  atSecond: number | null
  addedAt: Temporal.Instant
}

export type OfficeHoursTables = {
  question: QuestionTable
  questionMessage: QuestionMessageTable
  questionThread: QuestionThreadTable
  meToo: MeTooTable
  answer: AnswerTable
  answerText: AnswerTextTable
  answerLink: AnswerLinkTable
  answerOutcome: AnswerOutcomeTable
}
