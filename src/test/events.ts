import type { Db } from '#database'
import { beginEvent, publishEvent, type EventInput } from '#events'

type Place = { db: Db; network: { id: string; language: 'en' | 'es' }; now: Temporal.Instant }

export type NewEvent = Partial<EventInput> & {
  /** How many seats; room for everybody unless it is said. */
  seats?: number
  draft?: boolean
  /** No date yet. */
  open?: boolean
}

export type EventBuilders = {
  /** Office hours in a fortnight, at noon in Lincoln, Nebraska, published: "Spring call" at /events/spring-call. */
  event: (facts?: NewEvent) => Promise<{ id: string; slug: string }>
}

/** What only those with a seat may see: canaries for every test that looks at what others get. */
export const call = {
  joinUrl: 'https://meet.example.org/canary-room',
  dialIn: '+1 202-555-0199',
  meetingId: '555 0199 7777',
  passcode: '730918',
}

const startsAt = Temporal.Instant.from('2026-03-18T17:00:00Z')

export async function newEvent(
  { db, network, now }: Place,
  { seats, draft, open, ...facts }: NewEvent = {},
): Promise<{ id: string; slug: string }> {
  const begins = open ? null : (facts.startsAt ?? startsAt)
  const input: EventInput = {
    kind: 'office-hours',
    title: 'Spring call',
    summary: 'Bring a question.',
    description: 'We talk about **champions**.',
    hosts: ['Marisol Vega'],
    timeZone: 'America/Chicago',
    place: '',
    call,
    capacity: seats ?? null,
    rsvpOpensAt: null,
    rsvpClosesAt: null,
    reminders: ['week', 'day', 'hour'],
    ...facts,
    startsAt: begins,
    endsAt: begins && (facts.endsAt ?? begins.add({ hours: 1 })),
  }
  const begun = await beginEvent(db, { networkId: network.id, language: network.language }, input, now)
  if (!draft) await publishEvent(db, { networkId: network.id }, begun.slug, now)
  return begun
}
