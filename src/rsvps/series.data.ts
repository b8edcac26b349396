import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Answer } from '#seats'

/** What a guest has answered to one date of a series, and whether it stands in their calendar as part of the series' entry. */
export type DateAnswer = { eventId: string; answer: Answer; sequence: number; inSeries: boolean }

/** Someone who comes to all dates of a series, or did. */
export type SeriesGuest = { personId: string; since: string; endedAt: string | null; sequence: number; answers: DateAnswer[] }

/** Those of these people who come to all dates, or did, with their answers. */
export async function listSeriesGuests(db: Db, rhythmId: string, personIds: string[]): Promise<SeriesGuest[]> {
  const { rows } = await sql<SeriesGuest>`
    select regular.person_id, regular.since::text, regular.ended_at::text, regular.sequence, coalesce(json_agg(json_build_object(
      'eventId', rsvp.event_id, 'answer', rsvp.answer, 'sequence', rsvp.sequence, 'inSeries', held.event_id is not null
    )) filter (where rsvp.event_id is not null), '[]') as answers
    from regular
      left join rhythm_date on rhythm_date.rhythm_id = regular.rhythm_id
      left join rsvp on rsvp.event_id = rhythm_date.event_id and rsvp.person_id = regular.person_id
      left join rsvp_in_series held on held.event_id = rsvp.event_id and held.person_id = rsvp.person_id
    where regular.rhythm_id = ${rhythmId} and regular.person_id = any(${personIds}::uuid[])
    group by regular.rhythm_id, regular.person_id`.execute(db)
  return rows
}

/** These RSVPs stand in the guest's calendar as dates of the series' entry from now on. */
export const saveInSeries = (tx: Tx, personId: string, eventIds: string[]) =>
  sql`
    insert into rsvp_in_series (event_id, person_id) select event_id, ${personId} from unnest(${eventIds}::uuid[]) as event_id
    on conflict do nothing`.execute(tx)

export type SeriesAnswers = {
  id: string
  email: string
  firstName: string
  lastName: string
  language: 'en' | 'es' | null
  timeZone: string | null
  /** They come to all dates, and all such are told. */
  isTold: boolean
  answers: DateAnswer[]
}

/** Whoever comes to one of these dates or waits for it, and, where all are to be told, whoever comes to all: in batches by id. */
export async function listSeriesAnswers(
  db: Db,
  { rhythmId, eventIds, isForAll }: { rhythmId: string; eventIds: string[]; isForAll: boolean },
  afterId: string | null,
  limit: number,
): Promise<SeriesAnswers[]> {
  const { rows } = await sql<SeriesAnswers>`
    with told as (
      select person_id from rsvp where event_id = any(${eventIds}::uuid[]) and answer <> 'declined'
      union select person_id from regular where ${isForAll} and rhythm_id = ${rhythmId} and ended_at is null
    ), batch as (
      select person_id from told where ${afterId}::uuid is null or person_id > ${afterId}::uuid order by person_id limit ${limit}
    )
    select person.id, email, first_name, last_name, language, time_zone,
      ${isForAll} and exists (select from regular where rhythm_id = ${rhythmId} and regular.person_id = person.id and ended_at is null) as is_told,
      coalesce(json_agg(json_build_object(
        'eventId', rsvp.event_id, 'answer', rsvp.answer, 'sequence', rsvp.sequence, 'inSeries', held.event_id is not null
      )) filter (where rsvp.event_id is not null), '[]') as answers
    from batch join person on person.id = batch.person_id
      left join rsvp on rsvp.person_id = person.id and rsvp.event_id = any(${eventIds}::uuid[])
      left join rsvp_in_series held on held.event_id = rsvp.event_id and held.person_id = person.id
    group by person.id order by person.id`.execute(db)
  return rows
}
