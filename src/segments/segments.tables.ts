import type { Generated, JSONColumnType } from 'kysely'

export type SegmentTable = {
  id: string
  networkId: string
  name: string
  /** Read through `readDefinition`. */
  definition: JSONColumnType<object>
  begunAt: Temporal.Instant
  changedAt: Temporal.Instant
  changedBy: string | null
}

/** What rules ask most, one short row a person; kept by triggers of the database. */
export type SegmentPersonTable = {
  personId: string
  beganAt: Temporal.Instant
  onLists: Generated<number>
  leftLists: Generated<number>
  isKnown: Generated<boolean>
  role: Generated<string>
  state: Generated<string>
  language: Generated<string>
  organisationKind: Generated<string>
}

export type SegmentListTable = { listId: string; bit: number }

export type SegmentsTables = { segment: SegmentTable; segmentPerson: SegmentPersonTable; segmentList: SegmentListTable }
