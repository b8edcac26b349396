import { sql, type Insertable, type Selectable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Known } from './match.rules.ts'
import type { ParticipantReportTable, ParticipantRowTable } from './participants.tables.ts'
import type { Participant } from './report.rules.ts'

export type ParticipantReport = Selectable<ParticipantReportTable>
export type ParticipantRow = Selectable<ParticipantRowTable>

/** Holds the event: its reports are taken and taken back by one at a time. */
export const lockEventOf = (tx: Tx, eventId: string) =>
  tx.selectFrom('event').select('id').where('id', '=', eventId).forNoKeyUpdate().executeTakeFirst()

/** Its id; the one of the report that was there before, when the same is brought again. */
export async function saveReport(
  tx: Tx,
  report: Omit<Insertable<ParticipantReportTable>, 'id'>,
  participants: Participant[],
): Promise<string> {
  const id = newId()
  const saved = await tx
    .insertInto('participantReport')
    .values({ id, ...report })
    .onConflict((same) => same.columns(['eventId', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved) await saveRows(tx, id, participants)
  return saved?.id ?? (await findSameReport(tx, report)).id
}

/** In one statement, however many they are. */
const saveRows = (tx: Tx, reportId: string, participants: Participant[]) =>
  sql`
    insert into participant_row (report_id, place, name, email, minutes, visits)
    select ${reportId}, place, name, email, minutes, visits
    from json_to_recordset(${JSON.stringify(participants.map((one, place) => ({ ...one, place })))}::json)
      as brought (place integer, name text, email text, minutes integer, visits integer)`.execute(tx)

const findSameReport = (tx: Tx, { eventId, fingerprint }: Pick<ParticipantReportTable, 'eventId' | 'fingerprint'>) =>
  tx
    .selectFrom('participantReport')
    .select('id')
    .where('eventId', '=', eventId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()

export const findReport = (db: Db, eventId: string, id: string): Promise<ParticipantReport | undefined> =>
  db.selectFrom('participantReport').selectAll().where('eventId', '=', eventId).where('id', '=', id).executeTakeFirst()

export const listRows = (db: Db, reportId: string): Promise<ParticipantRow[]> =>
  db.selectFrom('participantRow').selectAll().where('reportId', '=', reportId).orderBy('place').execute()

export type ReportLine = ParticipantReport & { by: string; people: number }

/** The reports of an event, the newest first, with who brought them and how many people stand in them. */
export const listReports = (db: Db, eventId: string): Promise<ReportLine[]> =>
  db
    .selectFrom('participantReport')
    .leftJoin('person', 'person.id', 'broughtBy')
    .selectAll('participantReport')
    .select(sql<string>`coalesce(trim(person.first_name || ' ' || person.last_name), '')`.as('by'))
    .select(
      sql<number>`(select count(distinct coalesce(person_id::text, place::text)) from participant_row where report_id = participant_report.id)`.as(
        'people',
      ),
    )
    .where('eventId', '=', eventId)
    .orderBy('broughtAt', 'desc')
    .orderBy('participantReport.id')
    .execute()

/** Keeps of a report only who was there and how long: neither strangers, nor how people named themselves. */
export async function saveTaken(tx: Tx, reportId: string, who: Map<number, string>, now: Temporal.Instant) {
  const rows = [...who].map(([place, personId]) => ({ place, personId }))
  await sql`
    update participant_row set person_id = said."personId", name = '', email = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as said (place integer, "personId" uuid)
    where report_id = ${reportId} and participant_row.place = said.place`.execute(tx)
  const { numDeletedRows } = await tx
    .deleteFrom('participantRow')
    .where('reportId', '=', reportId)
    .where('personId', 'is', null)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('participantReport')
    .set({ takenAt: now, unknown: Number(numDeletedRows) })
    .where('id', '=', reportId)
    .execute()
}

export const removeReport = (tx: Tx, id: string) => tx.deleteFrom('participantReport').where('id', '=', id).execute()

/** Whoever stands in a report of the event that was taken, each once. Nobody was there longer by two devices than the longest of all. */
export async function listStays(tx: Tx, eventId: string): Promise<{ personId: string; minutes: number }[]> {
  const { rows } = await sql<{ personId: string; minutes: number }>`
    select person_id, sum(minutes)::integer as minutes from (
      select person_id, least(sum(minutes), max(max(minutes)) over (partition by report_id)) as minutes
      from participant_row join participant_report on participant_report.id = report_id
      where event_id = ${eventId} and taken_at is not null and person_id is not null
      group by report_id, person_id
    ) as stay group by person_id order by person_id`.execute(tx)
  return rows
}

/** Who was there by one report that was taken, by name. */
export async function listStaysOf(db: Db, reportId: string) {
  const { rows } = await sql<{ name: string; minutes: number; visits: number; answered: boolean }>`
    select coalesce(nullif(trim(first_name || ' ' || last_name), ''), person.email) as name, sum(minutes)::integer as minutes,
      sum(visits)::integer as visits, bool_or(rsvp.person_id is not null) as answered
    from participant_row join participant_report on participant_report.id = report_id join person on person.id = participant_row.person_id
      left join rsvp on rsvp.event_id = participant_report.event_id and rsvp.person_id = person.id
    where report_id = ${reportId} group by person.id order by name, person.id`.execute(db)
  return rows
}

/** Everybody whom a report may mean: who answered the event, who has one of these addresses, who has one of these names. */
export async function listKnown(db: Db, eventId: string, { emails, keys }: { emails: string[]; keys: string[] }): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select person.id, person.email, trim(first_name || ' ' || last_name) as name, rsvp.person_id is not null as answered
    from person left join rsvp on rsvp.person_id = person.id and rsvp.event_id = ${eventId}
    where rsvp.person_id is not null or person.email = any(${emails}::text[]) or person.id in (${namesakes(keys)})
    order by person.id`.execute(db)
  return rows
}

/** Whose names have these words, in any order, without accents and capitals: as `keyOf` has it. */
const namesakes = (keys: string[]) => sql`
  select id from person, lateral (
    select string_agg(token, ' ' order by token collate "C") as key
    from regexp_split_to_table(regexp_replace(normalize(lower(first_name || ' ' || last_name), NFKD), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+') as token
    where token <> ''
  ) as folded where key = any(${keys}::text[])`

/** Reports that nobody took go, with the names in them. */
export const removeUntaken = (db: Db, before: Temporal.Instant) =>
  db.deleteFrom('participantReport').where('takenAt', 'is', null).where('broughtAt', '<', before).execute()

/** What a person who leaves stands in under their address and has not been taken. */
export const removeRowsOf = (tx: Tx, email: string) =>
  tx.deleteFrom('participantRow').where('personId', 'is', null).where('email', '=', email).execute()
