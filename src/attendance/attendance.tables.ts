import type { Generated } from 'kysely'

export type Way = 'link' | 'host' | 'report'

export type AttendanceTable = {
  eventId: string
  personId: string
  way: Way
  cameAt: Temporal.Instant
  notedBy: string | null
  /** How long they stayed, where a report of the call tells. */
  minutes: Generated<number | null>
}

/** The door of a call that a host opened before its hour. */
export type CallDoorTable = { eventId: string; openedAt: Temporal.Instant; openedBy: string | null }

export type AttendanceTables = { attendance: AttendanceTable; callDoor: CallDoorTable }
