import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listAttendancesOf } from './attendance.data.ts'

/** Every gathering somebody was at. */
export const attendanceData: DataOf = async (db, personId) => ({ attended: await listAttendancesOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const attendanceDataWords = [say('Attendance'), say('Attended'), say('Came at'), say('Minutes')]
