import { transaction, type Db, type Tx } from '#database'
import { inBatches, isStillOfUse, mayWithdraw, reminderMoment, type Event, type EventNews, type Reminder } from '#events'
import { queueMails } from '#platform/mail'
import { wordsFor } from '#platform/text'
import type { Hall } from './hall.ts'
import { listAnswered, listSome, type AnsweredGuest } from './guest.data.ts'
import { cancelledMail, changedMail, reminderMail, removedMail } from './news.mails.tsx'
import { reminderSubject } from './reminder.rules.ts'
import { seatedMail, type ToGuest } from './rsvp.mails.tsx'
import { toldOf, type Told, type Write } from './told.ts'

type Now = Temporal.Instant

/** Tells people who waited that they have a seat now. */
export async function tellSeated(tx: Tx, hall: Hall, { eventId, personIds }: EventNews['seats-given'], now: Now): Promise<void> {
  if (personIds.length === 0) return
  const told = await toldOf(tx, hall, eventId, now)
  const guests = await listSome(tx, eventId, personIds)
  const once = ({ id, sequence }: AnsweredGuest) => `seat-given:${eventId}:${id}:${sequence}`
  await queueMails(tx, await told.mails(tx, guests, (guest) => (mail) => ({ ...seatedMail(mail, true), onceKey: once(guest) })), now)
}

/** Tells someone that a steward has taken them out, as long as the event is ahead: their calendar drops the entry. */
export async function tellRemoved(
  tx: Tx,
  hall: Hall,
  { eventId, guest }: { eventId: string; guest: AnsweredGuest },
  now: Now,
): Promise<void> {
  const told = await toldOf(tx, hall, eventId, now)
  if (!told.event || !mayWithdraw(told.event, now)) return
  const removed = { ...guest, answer: 'declined' as const, sequence: guest.sequence + 1 }
  await queueMails(tx, await told.mails(tx, [removed], () => removedMail), now)
}

/** Tells everybody who answered what has changed. When it has changed once more, the later news tells it. */
export async function tellChange(
  db: Db,
  hall: Hall,
  { eventId, sequence, changes, was }: EventNews['event-changed'],
  now: Now,
): Promise<void> {
  const told = await toldOf(db, hall, eventId, now)
  if (told.event?.sequence !== sequence || told.event.cancelledAt) return
  const before = { ...was, startsAt: momentOf(was.startsAt), endsAt: momentOf(was.endsAt) }
  const concernsWaiting = changes.some((change) => change !== 'call')
  await toEach(db, { eventId, told }, now, (guest) =>
    guest.answer === 'waiting' && !concernsWaiting
      ? null
      : (mail) => ({ ...changedMail(mail, changes, before), onceKey: `event-changed:${eventId}:${sequence}:${guest.id}` }),
  )
}

/** Tells everybody who answered that it has been called off. */
export async function tellCancellation(db: Db, hall: Hall, { eventId }: EventNews['event-cancelled'], now: Now): Promise<void> {
  const told = await toldOf(db, hall, eventId, now)
  if (!told.event?.cancelledAt) return
  await toEach(db, { eventId, told }, now, (guest) => (mail) => ({
    ...cancelledMail(mail),
    onceKey: `event-cancelled:${eventId}:${guest.id}`,
  }))
}

/** Reminds everybody who had a seat when the reminder was due; once each, and only while it is of use. */
export async function remind(db: Db, hall: Hall, { eventId, kind, startsAt }: EventNews['event-reminder'], now: Now): Promise<void> {
  const told = await toldOf(db, hall, eventId, now)
  if (!told.event || !isDue(told.event, kind, startsAt, now)) return
  const dueAt = reminderMoment(kind, Temporal.Instant.from(startsAt), told.event.timeZone)
  await toEach(db, { eventId, told }, now, (guest) => {
    if (!guest.seatedAt || Temporal.Instant.compare(guest.seatedAt, dueAt) > 0) return null
    return (mail) => ({
      ...reminderMail(mail, subjectOf(mail, now)),
      onceKey: `event-reminder:${kind}:${eventId}:${startsAt}:${guest.id}`,
    })
  })
}

function isDue(event: Event, kind: Reminder, startsAt: string, now: Now): boolean {
  const isSame = event.startsAt?.toString() === startsAt && event.reminders.includes(kind)
  return isSame && !event.cancelledAt && isStillOfUse(kind, { startsAt: event.startsAt ?? now, timeZone: event.timeZone }, now)
}

function subjectOf({ event, guest }: ToGuest, now: Now): string {
  const { title, timeZone, startsAt } = event
  return reminderSubject(
    { title, startsAt: startsAt ?? now, timeZone: guest.timeZone ?? timeZone, language: guest.language },
    now,
    wordsFor(guest.language),
  )
}

const toEach = (db: Db, { eventId, told }: { eventId: string; told: Told }, now: Now, write: (guest: AnsweredGuest) => Write | null) =>
  inBatches(
    (after, most) => listAnswered(db, eventId, after, most),
    (guests) => transaction(db, async (tx) => queueMails(tx, await told.mails(tx, guests, write), now)),
  )

const momentOf = (text: string | null) => (text ? Temporal.Instant.from(text) : null)
