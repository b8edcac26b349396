import type { Tx } from '#database'
import { addJob, removeJob } from '#platform/jobs'
import type { CalendarChange } from './event.rules.ts'
import type { Reminder } from './events.tables.ts'
import { reminderKinds, reminderMoment } from './reminder.rules.ts'

/** What this room announces to whoever has to tell people: each is a job in the transaction of what it tells of. */
export type EventNews = {
  'event-changed': {
    eventId: string
    sequence: number
    changes: CalendarChange[]
    was: { title: string; startsAt: string | null; endsAt: string | null; timeZone: string }
  }
  'event-cancelled': { eventId: string }
  'event-dated': { eventId: string; startsAt: string }
  'seats-given': { eventId: string; personIds: string[] }
  'event-reminder': { eventId: string; kind: Reminder; startsAt: string }
}

export const announce = <Name extends keyof EventNews>(
  tx: Tx,
  name: Name,
  news: EventNews[Name],
  options: { runAt?: Temporal.Instant; key?: string } = {},
) => addJob(tx, name, news, options)

type Reminded = {
  id: string
  startsAt: Temporal.Instant | null
  timeZone: string
  reminders: Reminder[]
  publishedAt: Temporal.Instant | null
}

const keyOf = (eventId: string, kind: Reminder) => `event-reminder:${eventId}:${kind}`

/** Sets the clock for every reminder that was chosen and is still ahead, and takes back the others. */
export async function setReminders(tx: Tx, { id, startsAt, timeZone, reminders, publishedAt }: Reminded, now: Temporal.Instant) {
  for (const kind of reminderKinds) {
    const runAt = startsAt && publishedAt && reminders.includes(kind) ? reminderMoment(kind, startsAt, timeZone) : null
    if (startsAt && runAt && Temporal.Instant.compare(runAt, now) > 0)
      await announce(tx, 'event-reminder', { eventId: id, kind, startsAt: startsAt.toString() }, { runAt, key: keyOf(id, kind) })
    else await removeJob(tx, keyOf(id, kind))
  }
}

export async function removeReminders(tx: Tx, eventId: string) {
  for (const kind of reminderKinds) await removeJob(tx, keyOf(eventId, kind))
}
