import { transaction, type Db, type Tx } from '#database'
import { openSeats, resizeSeats } from '#seats'
import { freeSlug, slugOf, type Language } from '#platform/text'
import type { Call } from './event.data.ts'
import { announce, setReminders, type EventNews } from './event.news.ts'
import { calendarChanges, type CalendarFacts } from './event.rules.ts'
import {
  findEventCall,
  findEventText,
  insertEvent,
  listEventSlugs,
  lockEvent,
  saveEventCall,
  saveEventText,
  updateEvent,
} from './event-write.data.ts'
import type { EventTable, Kind, Reminder } from './events.tables.ts'
import type { Selectable } from 'kysely'

type Now = Temporal.Instant
type Row = Selectable<EventTable>

/** Where stewards work: the network, and the language of its own words. */
export type Desk = { networkId: string; language: Language; personId: string }

export type EventInput = {
  kind: Kind
  title: string
  summary: string
  description: string
  hosts: string[]
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  timeZone: string
  place: string
  state?: string | null
  call: Call
  capacity: number | null
  rsvpOpensAt: Temporal.Instant | null
  rsvpClosesAt: Temporal.Instant | null
  reminders: Reminder[]
  isRecorded?: boolean
}

/** Begins an event as a draft, which only stewards see. */
export const beginEvent = (
  db: Db,
  desk: Omit<Desk, 'personId'>,
  input: EventInput & { slug?: string },
  now: Now,
): Promise<{ id: string; slug: string }> =>
  transaction(db, async (tx) => {
    const { title, summary, description, call, capacity, slug: wished, ...facts } = input
    const name = wished ?? slugOf(title)
    const slug = freeSlug(name, ['new', 'rhythms', ...(await listEventSlugs(tx, desk.networkId, name))])
    const id = await insertEvent(tx, { ...facts, networkId: desk.networkId, slug, begunAt: now, changedAt: now, publishedAt: null })
    if (id === undefined) throw new Error('Another event took this address at the same moment.')
    await saveEventText(tx, { eventId: id, language: desk.language, title, summary, description })
    await saveEventCall(tx, { eventId: id, ...call })
    await openSeats(tx, id, capacity)
    return { id, slug }
  })

/** Whoever changes many dates at once tells of them together: then what is to be told comes back, and is not announced. */
type Telling = { isToldTogether?: boolean | undefined }

export type EventSaved =
  | { slug: string; news: EventNews['event-changed'] | null }
  | { refused: 'gone' }
  | { refused: 'saved-by-another' }
  | { refused: 'fewer-than-seated'; seated: number }

/** Saves an event. What stands in people's calendars is told to all who have answered; seats that come free are given out. */
export const saveEvent = (
  db: Db,
  desk: Desk,
  edited: Telling & { slug: string; seen: string; input: EventInput },
  now: Now,
): Promise<EventSaved> =>
  transaction(db, async (tx) => {
    const { slug, seen, input } = edited
    const event = await lockEvent(tx, desk.networkId, slug)
    if (!event) return { refused: 'gone' }
    if (seen !== event.changedAt.toString()) return { refused: 'saved-by-another' }
    const resized = await resizeSeats(tx, event.id, input.capacity, now)
    if ('refused' in resized) return resized
    const { title, summary, description, call, capacity: _, ...facts } = input
    const news = await changesOf(tx, { event, language: desk.language, input })
    if (news && !edited.isToldTogether) await announce(tx, 'event-changed', news)
    await updateEvent(tx, event.id, { ...facts, changedAt: now })
    await saveEventText(tx, { eventId: event.id, language: desk.language, title, summary, description })
    await saveEventCall(tx, { eventId: event.id, ...call })
    await setReminders(tx, { ...event, ...facts }, now)
    if (resized.promoted.length) await announce(tx, 'seats-given', { eventId: event.id, personIds: resized.promoted })
    return { slug, news }
  })

/** Compares what calendars show before and after; nobody is told of a draft. */
async function changesOf(tx: Tx, { event, language, input }: { event: Row; language: Language; input: EventInput }) {
  if (!event.publishedAt) return null
  const before = await calendarFactsOf(tx, event, language)
  const changes = calendarChanges(before, { ...input, ...input.call, isRecorded: input.isRecorded ?? before.isRecorded })
  if (changes.length === 0) return null
  const sequence = event.sequence + 1
  await updateEvent(tx, event.id, { sequence })
  if (!event.startsAt && input.startsAt) await announce(tx, 'event-dated', { eventId: event.id, startsAt: input.startsAt.toString() })
  return { eventId: event.id, sequence, changes, was: asNews(before) }
}

const asNews = ({ title, startsAt, endsAt, timeZone }: CalendarFacts) => ({
  title,
  startsAt: startsAt?.toString() ?? null,
  endsAt: endsAt?.toString() ?? null,
  timeZone,
})

async function calendarFactsOf(tx: Tx, event: Row, language: Language): Promise<CalendarFacts> {
  const text = await findEventText(tx, event.id, language)
  const call = await findEventCall(tx, event.id)
  return { ...event, joinUrl: '', dialIn: '', meetingId: '', passcode: '', ...call, title: text?.title ?? '' }
}
