import type { JSONColumnType } from 'kysely'
import type { Texts } from '#letters'
import type { Variant } from '#editions'

export type UsefulAct = 'rsvp' | 'read'

export type EditionTrialTable = {
  editionId: string
  subjectB: JSONColumnType<Texts>
  share: number
  hours: number
  act: UsefulAct
  setBy: string | null
  setAt: Temporal.Instant
  decideAt: Temporal.Instant | null
  decidedAt: Temporal.Instant | null
  winner: Variant | null
}

export type TrialsTables = {
  editionTrial: EditionTrialTable
}
