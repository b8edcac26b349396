import type { Generated, JSONColumnType } from 'kysely'
import type { Found } from './found.ts'
import type { Columns } from './columns.rules.ts'
import type { Facts, RowFault, Wants } from './row.rules.ts'
import type { Counts } from './verdict.rules.ts'

export type ImportTable = {
  id: string
  networkId: string
  begunBy: string | null
  fileName: string
  begunAt: Temporal.Instant
  found: JSONColumnType<Found, string>
  columns: JSONColumnType<Columns, string> | null
  listId: string | null
  origin: Generated<string>
  wording: Generated<string>
  runId: string | null
  movedAt: Temporal.Instant | null
  readRows: Generated<number>
  lastNumber: Generated<number>
  checkingBeganAt: Temporal.Instant | null
  checkedAt: Temporal.Instant | null
  checked: JSONColumnType<Counts, string> | null
  fault: string | null
  takingBeganAt: Temporal.Instant | null
  takenAt: Temporal.Instant | null
  taken: JSONColumnType<Counts, string> | null
  undoingBeganAt: Temporal.Instant | null
  undoneAt: Temporal.Instant | null
  undone: JSONColumnType<UndoCounts, string> | null
}

/** How many people an undo took back, and how many it left since they have acted meanwhile. */
export type UndoCounts = { back: number; stay: number }

/** What the import did for one person, so that exactly this can be taken back. */
export type Deed = {
  begun: boolean
  filled: Record<string, string>
  /** How they stood with the list before, and the moments they were given. */
  before: 'none' | 'asked' | 'on' | null
  moments: { confirmedAt: string | null; leftAt: string | null } | null
  tags: string[]
  suppressionId: string | null
}

export type ImportRowTable = {
  importId: string
  number: number
  address: string
  wants: Wants
  facts: JSONColumnType<Facts, string>
  personId: string | null
  deed: JSONColumnType<Deed, string> | null
}

export type ImportFaultTable = {
  importId: string
  number: number
  file: string
  line: number
  fault: RowFault
  cells: string[]
}

export type PersonTagTable = { networkId: string; personId: string; tag: string; taggedAt: Temporal.Instant }

export type ImportsTables = {
  import: ImportTable
  importRow: ImportRowTable
  importFault: ImportFaultTable
  personTag: PersonTagTable
}
