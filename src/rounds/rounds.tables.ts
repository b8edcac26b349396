import type { ColumnType } from 'kysely'
import type { Answers } from '#tools'

export type RoundTable = {
  id: string
  networkId: string
  toolId: string
  version: number
  title: string
  code: string
  openedBy: string | null
  openedAt: Temporal.Instant
  revealedAt: Temporal.Instant | null
}

export type RoundAnswerTable = {
  roundId: string
  phone: string
  part: string | null
  answers: ColumnType<Answers, string, string>
  answeredAt: Temporal.Instant
}

export type RoundsTables = { round: RoundTable; roundAnswer: RoundAnswerTable }
