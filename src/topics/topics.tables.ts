import type { Generated, JSONColumnType } from 'kysely'
import type { Language } from '#platform/text'

export type TopicName = Record<Language, string>

export type TopicTable = {
  id: string
  networkId: string
  name: JSONColumnType<TopicName>
  position: Generated<number>
  beganAt: Temporal.Instant
}

export type TopicInterestTable = { topicId: string; personId: string; chosenAt: Temporal.Instant }

/** A tip, a webinar or an answer under a step or a subject: one of each. */
export type FilingTable = {
  tipId: string | null
  webinarId: string | null
  answerId: string | null
  topicId: string | null
  stepId: string | null
}

/** What a reader says of a tip or a step; nobody is named. */
export type VerdictTable = {
  id: string
  networkId: string
  tipId: string | null
  stepId: string | null
  helped: boolean | null
  words: string
  givenAt: Temporal.Instant
  settledAt: Generated<Temporal.Instant | null>
}

export type TopicsTables = { topic: TopicTable; topicInterest: TopicInterestTable; filing: FilingTable; verdict: VerdictTable }
