import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { AttendanceTable } from './attendance.tables.ts'

/** Once: the first moment is the one that is kept. */
export const saveAttendance = (db: Db, attendance: Insertable<AttendanceTable>) =>
  db
    .insertInto('attendance')
    .values(attendance)
    .onConflict((same) => same.columns(['eventId', 'personId']).doNothing())
    .execute()

/** All that reports of a call tell: who was there, and how many minutes. */
export type Stays = { eventId: string; cameAt: Temporal.Instant; notedBy: string; stays: { personId: string; minutes: number }[] }

/** Puts what reports tell in the place of what they told before. What people and hosts said themselves stays. */
export async function saveStays(tx: Tx, { eventId, cameAt, notedBy, stays }: Stays): Promise<void> {
  const told = sql`json_to_recordset(${JSON.stringify(stays)}::json) as told ("personId" uuid, minutes integer)`
  await sql`
    delete from attendance where event_id = ${eventId} and way = 'report'
      and not exists (select from ${told} where "personId" = attendance.person_id)`.execute(tx)
  await tx.updateTable('attendance').set({ minutes: null }).where('eventId', '=', eventId).execute()
  await sql`
    insert into attendance (event_id, person_id, way, came_at, noted_by, minutes)
    select ${eventId}, "personId", 'report', ${cameAt}::timestamptz, ${notedBy}::uuid, minutes from ${told}
    on conflict (event_id, person_id) do update set minutes = excluded.minutes`.execute(tx)
}

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
    .select(['eventText.title as event', 'event.startsAt', 'attendance.cameAt', 'attendance.minutes'])
    .where('attendance.personId', '=', personId)
    .orderBy('attendance.cameAt')
    .execute()
