import type { Db } from '#database'
import { eventsFor, type EventBrief, type EventReader } from './event.data.ts'
import type { Kind } from './events.tables.ts'

export type EventList = { upcoming: EventBrief[]; past: EventBrief[]; /** Of all pages. */ pastInAll: number }

/**
 * What is to come or going on, the nearest first, then what has no date yet; and one page of what is over, the latest first.
 * Drafts among them for stewards. One query.
 */
export async function listEvents(
  db: Db,
  reader: EventReader,
  { now, kind, limit, offset }: { now: Temporal.Instant; kind?: Kind | undefined; limit: number; offset: number },
): Promise<EventList> {
  const rows = await eventsFor(db, reader)
    .leftJoin(pastEvents(db, reader, { now, kind }).limit(limit).offset(offset).as('past'), 'past.id', 'event.id')
    .select('past.inAll')
    .where((is) => is.or([is('past.id', 'is not', null), is('event.endsAt', '>', now), is('event.endsAt', 'is', null)]))
    .$if(kind !== undefined, (query) => query.where('event.kind', '=', kind ?? 'meet-up'))
    .orderBy('event.startsAt', (order) => order.asc().nullsLast())
    .orderBy('event.id')
    .execute()
  const past = rows.filter(({ inAll }) => inAll !== null).toReversed()
  return { upcoming: rows.filter(({ inAll }) => inAll === null), past, pastInAll: past[0]?.inAll ?? 0 }
}

/** Only which, the latest first, and how many in all. */
const pastEvents = (db: Db, reader: EventReader, { now, kind }: { now: Temporal.Instant; kind: Kind | undefined }) =>
  db
    .selectFrom('event')
    .select((of) => ['id', of.fn.countAll<number>().over().as('inAll')])
    .where('networkId', '=', reader.networkId)
    .where('endsAt', '<=', now)
    .$if(!reader.steward, (query) => query.where('publishedAt', 'is not', null))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'meet-up'))
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')

/** What is to come as lists outside of this room want it: with a date, public, not cancelled. */
export const listUpcomingEvents = (db: Db, reader: EventReader, now: Temporal.Instant, limit: number): Promise<EventBrief[]> =>
  upcoming(db, reader, now).limit(limit).execute()

/** Those of these that are still to come. */
export const listTheseEvents = (db: Db, reader: EventReader, now: Temporal.Instant, slugs: string[]): Promise<EventBrief[]> =>
  upcoming(db, reader, now).where('event.slug', 'in', slugs).execute()

const upcoming = (db: Db, reader: EventReader, now: Temporal.Instant) =>
  eventsFor(db, reader)
    .where('event.endsAt', '>', now)
    .where('event.publishedAt', 'is not', null)
    .where('cancelled.eventId', 'is', null)
    .orderBy('event.startsAt')
    .orderBy('event.id')

export const findNextEvent = async (db: Db, reader: EventReader, now: Temporal.Instant): Promise<EventBrief | undefined> =>
  (await listUpcomingEvents(db, reader, now, 1))[0]

/** All events that calendars may show: public, with a date, over for no longer than a year. */
export const listForCalendar = (db: Db, reader: EventReader, since: Temporal.Instant): Promise<EventBrief[]> =>
  eventsFor(db, reader)
    .where('event.endsAt', '>', since)
    .where('event.publishedAt', 'is not', null)
    .orderBy('event.startsAt')
    .orderBy('event.id')
    .limit(500)
    .execute()

export async function countEventDrafts(db: Db, networkId: string): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select((of) => of.fn.countAll<number>().as('drafts'))
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.drafts
}
