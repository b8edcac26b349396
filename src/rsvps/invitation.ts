import { eventPaths, type Call, type Event } from '#events'
import { calendarText, type CalendarEntry } from '#platform/calendar'
import { wordsFor, type Language, type Words } from '#platform/text'
import type { RsvpGuest } from './rsvp-guest.ts'

type Held = Pick<Event, 'id' | 'slug' | 'sequence' | 'title' | 'summary' | 'place' | 'timeZone' | 'cancelledAt'> & {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

export type Standing = { answer: 'seated' | 'waiting' | 'declined'; sequence: number }

/** An event with a date, or null: what has none stands in no calendar. */
export const heldOf = <E extends { startsAt: Temporal.Instant | null; endsAt: Temporal.Instant | null }>(event: E) =>
  event.startsAt && event.endsAt ? { ...event, startsAt: event.startsAt, endsAt: event.endsAt } : null

/** The entry as everybody may have it: without a word on how to dial in. */
export function publicEntry(event: Held, baseUrl: string): CalendarEntry {
  const url = baseUrl + eventPaths.event(event.slug)
  const { id, sequence, startsAt, endsAt, timeZone, title, place } = event
  return {
    id,
    sequence,
    startsAt,
    endsAt,
    timeZone,
    title,
    place,
    url,
    description: `${event.summary}\n\n${url}`,
    status: event.cancelledAt ? 'cancelled' : 'confirmed',
  }
}

/**
 * The entry in a guest's own calendar: with a seat it says how to dial in, on the waiting list it says so. Its number rises with
 * the event's changes and with theirs, so that the newest always wins.
 */
export function guestEntry(
  event: Held,
  call: Call | null,
  standing: Standing,
  { baseUrl, language }: { baseUrl: string; language: Language },
): CalendarEntry {
  const t = wordsFor(language)
  const entry = publicEntry(event, baseUrl)
  const own = { ...entry, sequence: event.sequence + standing.sequence }
  if (standing.answer === 'declined' || event.cancelledAt) return { ...own, status: 'cancelled' }
  if (standing.answer === 'waiting') return { ...own, status: 'tentative', title: t('Waiting list: {{title}}', { title: event.title }) }
  return { ...own, place: event.place || call?.joinUrl || '', description: [...callLines(call, t), entry.description].join('\n') }
}

export const callLines = (call: Call | null, t: Words): string[] => {
  const facts = call ? callFacts(call, t) : []
  return facts.length ? [...facts.map(({ name, value }) => `${name}: ${value}`), ''] : []
}

/** How to dial in, as far as it is known. */
export function callFacts({ joinUrl, dialIn, meetingId, passcode }: Call, t: Words): { name: string; value: string }[] {
  const facts = [
    { name: t('Join by video'), value: joinUrl },
    { name: t('By phone'), value: dialIn },
    { name: t('Meeting ID'), value: meetingId },
    { name: t('Passcode'), value: passcode },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Many dates in one file, each as it stands in the guest's own calendar: later news of one of them changes that one. */
export function entriesText(events: Event[], { now, ...place }: { baseUrl: string; language: Language; now: Temporal.Instant }): string {
  const entries = events.flatMap((event) => {
    const held = heldOf(event)
    return held && event.mine ? guestEntry(held, event.call, event.mine, place) : []
  })
  return calendarText({ method: 'PUBLISH', entries, now })
}

type Inviting = { network: { name: string }; organizer: string; guest: RsvpGuest; now: Temporal.Instant }

const partstat = { seated: 'accepted', waiting: 'tentative', declined: 'declined' } as const

/** The part of a mail that calendars read: it adds the entry, changes it, or takes it out. */
export function invitationPart(entries: CalendarEntry[], answer: Standing['answer'], { network, organizer, guest, now }: Inviting) {
  const method = entries.every(({ status }) => status === 'cancelled') ? 'CANCEL' : 'REQUEST'
  const invitation = { organizer: { name: network.name, email: organizer }, guest, answer: partstat[answer] }
  return { method, text: calendarText({ method, entries, invitation, now }) } as const
}
