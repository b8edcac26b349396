/**
 * Attendance: the waiting room and the page that lead into a call, and who was there: by that page, because a host said so, or by a report.
 * Who has a seat is kept by #seats; the list on which hosts note it stands in #rsvps.
 * Owns the tables `attendance`, `call_door`.
 */
export type { AttendanceTables } from './attendance.tables.ts'
export { saveStays } from './attendance.data.ts'
export { callRoutes } from './call.routes.tsx'
export { doorRoutes } from './door.routes.ts'
export { checkInRoutes } from './check-in.routes.ts'
export { attendanceData } from './contributions.ts'
