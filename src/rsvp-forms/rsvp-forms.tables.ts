import type { Language } from '#platform/text'
import type { Generated, JSONColumnType } from 'kysely'

/** A line, several lines, one of a few, some of a few, yes or no. */
export type QuestionKind = 'line' | 'text' | 'one' | 'several' | 'yes-no'

/** The same words in each language; empty where nobody has translated them. */
export type InEach = Record<Language, string>

export type FormQuestionTable = {
  id: string
  networkId: string
  eventId: string | null
  rhythmId: string | null
  kind: QuestionKind
  isRequired: boolean
  words: JSONColumnType<InEach>
  options: JSONColumnType<InEach[]>
  place: number
  writtenAt: Temporal.Instant
  removedAt: Generated<Temporal.Instant | null>
}

export type FormAnswerTable = { eventId: string; personId: string; questionId: string; said: string[]; saidAt: Temporal.Instant }

export type RsvpFormsTables = { formQuestion: FormQuestionTable; formAnswer: FormAnswerTable }

/** A question as the RSVP form asks it. */
export type FormQuestion = { id: string; kind: QuestionKind; isRequired: boolean; words: InEach; options: InEach[] }
