import { transaction, type Db, type Tx } from '#database'
import { findEvent, type Event } from '#events'
import { queueMail } from '#platform/mail'
import type { Rhythm } from '#rhythms'
import type { Hall, RsvpGuest } from '#rsvps'
import { takeFirstSeat } from '#seats'
import { insertRegular, listOpenDates, listRegulars, removeRegular } from './regular.data.ts'
import { allDatesMail } from './regular.mails.tsx'

type Now = Temporal.Instant
type Coming = { rhythm: Rhythm; guest: RsvpGuest; link: string }

/** Seats the person at every date ahead, or lets them wait where it is full, and tells them in one mail. A no to one date stays a no. */
export const comeToAll = (db: Db, hall: Hall, { rhythm, guest, link }: Coming, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    if (!(await insertRegular(tx, { rhythmId: rhythm.id, personId: guest.id, since: now }))) return
    const dates = await listOpenDates(tx, rhythm.id, now)
    for (const eventId of dates) await takeFirstSeat(tx, { eventId, personId: guest.id }, now)
    const events = await comingTo(tx, hall, { guest, dates })
    await queueMail(tx, allDatesMail({ hall, guest, title: rhythm.given.title, events, link, now }), now)
  })

async function comingTo(tx: Tx, { network }: Hall, { guest, dates }: { guest: RsvpGuest; dates: string[] }): Promise<Event[]> {
  const events: Event[] = []
  for (const id of dates) {
    const event = await findEvent(tx, { networkId: network.id, language: guest.language, personId: guest.id }, { id })
    if (event?.mine && event.mine.answer !== 'declined') events.push(event)
  }
  return events.toSorted((one, other) => (one.startsAt?.epochMilliseconds ?? 0) - (other.startsAt?.epochMilliseconds ?? 0))
}

/** Dates that are made from now on are theirs no more by themselves; what they come to stays as it is. */
export const stopComingToAll = removeRegular

/** Seats those who come to all dates at the dates that were made since. Nobody gets a mail for each: reminders tell of them. */
export async function seatRegulars(db: Db, { rhythmId }: { rhythmId: string }, now: Now): Promise<void> {
  for (const personId of await listRegulars(db, rhythmId))
    await transaction(db, async (tx) => {
      for (const eventId of await listOpenDates(tx, rhythmId, now)) await takeFirstSeat(tx, { eventId, personId }, now)
    })
}
