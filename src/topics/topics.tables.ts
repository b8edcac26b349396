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

export type TopicsTables = { topic: TopicTable; topicInterest: TopicInterestTable }
