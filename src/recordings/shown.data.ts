import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'

/** Notes from when on readers can see a recording, for those that they can see now. */
export const noteShown = (db: Db, networkId: string, now: Temporal.Instant) =>
  sql`insert into recording_shown (webinar_id, shown_at)
    select id, ${now}::timestamptz from webinar_seen where network_id = ${networkId}
    on conflict (webinar_id) do nothing`.execute(db)

export type Untold = { webinarId: string; eventId: string }

/** Recordings of events whose people do not know yet that they can be seen. */
export const listUntold = async (db: Db, networkId: string): Promise<Untold[]> =>
  (await sql<Untold>`${untold} where network_id = ${networkId} and ${isUntold} order by webinar_id limit 100`.execute(db)).rows

/** Holds it to the end of the transaction; undefined when its people were told meanwhile, or it was taken back. */
export const lockUntold = async (tx: Tx, webinarId: string): Promise<Untold | undefined> =>
  (await sql<Untold>`${untold} where webinar_id = ${webinarId} and ${isUntold} for update of recording_shown`.execute(tx)).rows[0]

const untold = sql`select webinar_id, event_id from recording_shown join webinar_seen on webinar_seen.id = webinar_id`
const isUntold = sql`event_id is not null and told_event_id is distinct from event_id`

export const saveToldOf = (tx: Tx, { webinarId, eventId }: Untold) =>
  tx.updateTable('recordingShown').set({ toldEventId: eventId }).where('webinarId', '=', webinarId).execute()

export type Registered = { id: string; email: string; language: Language | null }

/** Who registered for the event, by id; without those whose address gets no mail. */
export const listRegistered = async (db: Db, eventId: string, after: string | null, limit: number): Promise<Registered[]> =>
  (
    await sql<Registered>`
      select person.id, person.email, person.language
      from rsvp join person on person.id = person_id join event on event.id = event_id
      where event_id = ${eventId} and answer in ('seated', 'waiting') and (${after}::uuid is null or person.id > ${after})
        and not exists (
          select from suppression
          where suppression.network_id = event.network_id and address = person.email and suppression.ended_at is null
        )
      order by person.id limit ${limit}`.execute(db)
  ).rows
