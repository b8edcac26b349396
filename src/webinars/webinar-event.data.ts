import { sql } from 'kysely'
import type { Db } from '#database'
import type { Language } from '#platform/text'

export type HeldEvent = {
  id: string
  slug: string
  title: string
  summary: string
  description: string
  hosts: string[]
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  timeZone: string
  /** The entry of the archive that is made of it already. */
  entry: string | null
}

type Reader = { networkId: string; language: Language }

/** Webinars that were held as events, the last first. */
export const listHeldEvents = async (db: Db, reader: Reader, now: Temporal.Instant): Promise<HeldEvent[]> =>
  (await sql<HeldEvent>`${heldEvents(reader)} and event.ends_at <= ${now} order by event.starts_at desc limit 100`.execute(db)).rows

const heldEvents = ({ networkId, language }: Reader) => sql`
  select event.id, event.slug, title, summary, description, hosts, starts_at, ends_at, event.time_zone,
    (select webinar.slug from webinar where event_id = event.id order by begun_at limit 1) as entry
  from event
  join lateral (
    select * from event_text where event_text.event_id = event.id
    order by language = ${language} desc, language = 'en' desc limit 1
  ) as text on true
  where event.network_id = ${networkId} and kind = 'webinar' and event.published_at is not null
    and not exists (select from event_cancellation where event_cancellation.event_id = event.id)`
