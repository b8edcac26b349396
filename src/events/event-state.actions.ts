import { transaction, type Db } from '#database'
import { closeSeats } from '#seats'
import { beginEvent, type Desk } from './event.actions.ts'
import { announce, removeReminders, setReminders } from './event.news.ts'
import {
  findCallAndCapacity,
  insertCancellation,
  listEventTexts,
  lockEvent,
  removeDraft,
  saveEventText,
  updateEvent,
} from './event-write.data.ts'
import { nextInRhythm } from './rhythm.rules.ts'

type Now = Temporal.Instant

/** Shows the event to everybody. */
export const publishEvent = (db: Db, desk: Pick<Desk, 'networkId'>, slug: string, now: Now): Promise<boolean> =>
  transaction(db, async (tx) => {
    const event = await lockEvent(tx, desk.networkId, slug)
    if (!event) return false
    if (event.publishedAt) return true
    await updateEvent(tx, event.id, { publishedAt: now })
    await setReminders(tx, { ...event, publishedAt: now }, now)
    return true
  })

/** Told together: whoever calls off many dates at once tells of them. */
type Cancelled = { slug: string; reason: string; isToldTogether?: boolean }

/** Calls the event off for good: nobody is seated any more, everybody who answered is told, calendars drop it. */
export const cancelEvent = (db: Db, desk: Desk, cancelled: Cancelled, now: Now): Promise<boolean> =>
  transaction(db, async (tx) => {
    const event = await lockEvent(tx, desk.networkId, cancelled.slug)
    if (!event?.publishedAt) return false
    const isNew = await insertCancellation(tx, { eventId: event.id, personId: desk.personId, reason: cancelled.reason, cancelledAt: now })
    if (!isNew) return true
    await closeSeats(tx, event.id, now)
    await updateEvent(tx, event.id, { sequence: event.sequence + 1, changedAt: now })
    await removeReminders(tx, event.id)
    if (!cancelled.isToldTogether) await announce(tx, 'event-cancelled', { eventId: event.id })
    return true
  })

/** Begins a draft with everything this event has; its date is the next of the same monthly rhythm. */
export const copyEvent = (db: Db, desk: Desk, slug: string, now: Now): Promise<{ slug: string } | undefined> =>
  transaction(db, async (tx) => {
    const event = await lockEvent(tx, desk.networkId, slug)
    const texts = event ? await listEventTexts(tx, event.id) : []
    const first = texts.find((text) => text.language === desk.language) ?? texts[0]
    if (!event || !first) return undefined
    const { kind, hosts, timeZone, place, state, reminders, isRecorded } = event
    const { title, summary, description } = first
    const facts = {
      kind,
      hosts,
      timeZone,
      place,
      state,
      reminders,
      isRecorded,
      title,
      summary,
      description,
      rsvpOpensAt: null,
      rsvpClosesAt: null,
    }
    const begun = await beginEvent(tx, desk, { ...facts, ...movedOn(event, now), ...(await findCallAndCapacity(tx, event.id)) }, now)
    for (const text of texts) await saveEventText(tx, { ...text, eventId: begun.id })
    return begun
  })

function movedOn({ startsAt, endsAt, timeZone }: { startsAt: Now | null; endsAt: Now | null; timeZone: string }, now: Now) {
  if (!startsAt || !endsAt) return { startsAt: null, endsAt: null }
  const start = nextInRhythm(startsAt.toZonedDateTimeISO(timeZone), now).toInstant()
  return { startsAt: start, endsAt: start.add(startsAt.until(endsAt)) }
}

/** Throws a draft away; false when it is not one. */
export const removeEventDraft = (db: Db, networkId: string, slug: string): Promise<boolean> =>
  transaction(db, (tx) => removeDraft(tx, networkId, slug))
