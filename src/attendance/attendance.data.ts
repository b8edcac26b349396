import type { Db } from '#database'
import type { AttendanceTable } from './attendance.tables.ts'

/** Once: the first moment is the one that is kept. */
export const saveAttendance = (db: Db, attendance: AttendanceTable) =>
  db
    .insertInto('attendance')
    .values(attendance)
    .onConflict((same) => same.columns(['eventId', 'personId']).doNothing())
    .execute()

export const removeAttendance = (db: Db, { eventId, personId }: { eventId: string; personId: string }) =>
  db.deleteFrom('attendance').where('eventId', '=', eventId).where('personId', '=', personId).execute()

export const hasSeat = async (db: Db, { eventId, personId }: { eventId: string; personId: string }): Promise<boolean> =>
  (await db
    .selectFrom('rsvp')
    .select('answer')
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .where('answer', '=', 'seated')
    .executeTakeFirst()) !== undefined

/** Where someone was, for them to read and take along. */
export const listAttendancesOf = (db: Db, personId: string) =>
  db
    .selectFrom('attendance')
    .innerJoin('event', 'event.id', 'attendance.eventId')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoin('eventText', (join) => join.onRef('eventText.eventId', '=', 'event.id').onRef('eventText.language', '=', 'network.language'))
    .select(['eventText.title as event', 'event.startsAt', 'attendance.cameAt'])
    .where('attendance.personId', '=', personId)
    .orderBy('attendance.cameAt')
    .execute()
