import type { Tx } from '#database'
import { beginEvent, findEvent, publishEvent, saveEventText, type Desk, type Event, type EventInput } from '#events'
import { addJob } from '#platform/jobs'
import { keep, moveTo, take } from './own.rules.ts'
import { hostsOf, plannedDays, spanOn, type Planned } from './recurrence.rules.ts'
import { listRhythmDates, saveRhythmDate, type Rhythm } from './rhythm.data.ts'

type Now = Temporal.Instant
export type Maker = Pick<Desk, 'networkId' | 'language'>

const ahead = { hours: 24 * 183 }
const fewest = 2

/** What the series gives one of its dates: its words, the hour on the wall, and whose turn it is. */
export function givenFor(rhythm: Rhythm, { number, day }: Planned): EventInput {
  const words = take(rhythm.given)
  return { ...moveTo(words, spanOn(day, rhythm)), timeZone: rhythm.timeZone, hosts: hostsOf(rhythm.rotation, number) ?? words.hosts }
}

/** Makes the dates of the next half year that are not there yet, the next two at least; whoever comes to all is seated there. */
export async function makeDates(tx: Tx, maker: Maker, rhythm: Rhythm, now: Now): Promise<void> {
  const known = new Set((await listRhythmDates(tx, rhythm.id)).map(({ number }) => number))
  const missing = datesAhead(rhythm, now).filter(({ number }) => !known.has(number))
  for (const planned of missing) await makeDate(tx, maker, { rhythm, planned }, now)
  if (missing.length > 0) await addJob(tx, 'dates-made', { rhythmId: rhythm.id })
}

function datesAhead(rhythm: Rhythm, now: Now): Planned[] {
  const dates: Planned[] = []
  for (const planned of plannedDays(rhythm)) {
    const { startsAt } = spanOn(planned.day, rhythm)
    if (Temporal.Instant.compare(startsAt, now) <= 0) continue
    if (dates.length >= fewest && Temporal.Instant.compare(startsAt, now.add(ahead)) > 0) break
    dates.push(planned)
  }
  return dates
}

async function makeDate(tx: Tx, maker: Maker, { rhythm, planned }: { rhythm: Rhythm; planned: Planned }, now: Now) {
  const input = givenFor(rhythm, planned)
  const { id, slug } = await beginEvent(tx, maker, { ...input, slug: `${rhythm.slug.slice(0, 70)}-${planned.day.toString()}` }, now)
  for (const text of rhythm.texts) await saveEventText(tx, { eventId: id, ...text })
  await saveRhythmDate(tx, { rhythmId: rhythm.id, ...planned, eventId: id, given: JSON.stringify(keep(input)) })
  await publishEvent(tx, maker, slug, now)
}

/** An event as it would be written again. */
export function inputOf(event: Event): EventInput {
  const { kind, title, summary, description, hosts, startsAt, endsAt, timeZone, place, state, capacity } = event
  const { rsvpOpensAt, rsvpClosesAt, reminders, isRecorded } = event
  const call = event.call ?? { joinUrl: '', dialIn: '', meetingId: '', passcode: '' }
  return {
    kind,
    title,
    summary,
    description,
    hosts,
    startsAt,
    endsAt,
    timeZone,
    place,
    state,
    call,
    capacity,
    rsvpOpensAt,
    rsvpClosesAt,
    reminders,
    isRecorded,
  }
}

/** As stewards see it, in the community's own language. */
export const findDate = (tx: Tx, { networkId, language }: Maker, id: string) =>
  findEvent(tx, { networkId, language, steward: true }, { id })
