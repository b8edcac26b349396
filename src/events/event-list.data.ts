import type { Db } from '#database'
import { eventsFor, type EventBrief, type EventReader } from './event.data.ts'
import type { Kind } from './events.tables.ts'

/** What is to come or going on, the nearest first; then what has no date yet. Drafts among them for stewards. */
export const listUpcoming = (
  db: Db,
  reader: EventReader,
  { now, kind, limit }: { now: Temporal.Instant; kind?: Kind | undefined; limit?: number | undefined },
): Promise<EventBrief[]> =>
  eventsFor(db, reader)
    .where((is) => is.or([is('event.endsAt', '>', now), is('event.endsAt', 'is', null)]))
    .$if(kind !== undefined, (query) => query.where('event.kind', '=', kind ?? 'meet-up'))
    .orderBy('event.startsAt', (order) => order.asc().nullsLast())
    .orderBy('event.id')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 1))
    .execute()

/** The same as lists outside of this room want it: with a date, public, not cancelled. */
export const listUpcomingEvents = (db: Db, reader: EventReader, now: Temporal.Instant, limit: number): Promise<EventBrief[]> =>
  eventsFor(db, reader)
    .where('event.endsAt', '>', now)
    .where('event.publishedAt', 'is not', null)
    .where('cancelled.eventId', 'is', null)
    .orderBy('event.startsAt')
    .orderBy('event.id')
    .limit(limit)
    .execute()

export const findNextEvent = async (db: Db, reader: EventReader, now: Temporal.Instant): Promise<EventBrief | undefined> =>
  (await listUpcomingEvents(db, reader, now, 1))[0]

/** What is over, the latest first. */
export const listPast = (
  db: Db,
  reader: EventReader,
  { now, kind, limit, offset }: { now: Temporal.Instant; kind?: Kind | undefined; limit: number; offset: number },
): Promise<EventBrief[]> =>
  eventsFor(db, reader)
    .where('event.endsAt', '<=', now)
    .$if(kind !== undefined, (query) => query.where('event.kind', '=', kind ?? 'meet-up'))
    .orderBy('event.startsAt', 'desc')
    .orderBy('event.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export async function countPast(
  db: Db,
  reader: EventReader,
  { now, kind }: { now: Temporal.Instant; kind?: Kind | undefined },
): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select((of) => of.fn.countAll<number>().as('events'))
    .where('networkId', '=', reader.networkId)
    .where('event.endsAt', '<=', now)
    .$if(!reader.steward, (query) => query.where('event.publishedAt', 'is not', null))
    .$if(kind !== undefined, (query) => query.where('event.kind', '=', kind ?? 'meet-up'))
    .executeTakeFirstOrThrow()
  return row.events
}

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
