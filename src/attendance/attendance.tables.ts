export type Way = 'link' | 'host'

export type AttendanceTable = { eventId: string; personId: string; way: Way; cameAt: Temporal.Instant; notedBy: string | null }

export type AttendanceTables = { attendance: AttendanceTable }
