import { transaction, type Db, type Tx } from '#database'
import { announce, findEvent, type Event } from '#events'
import { queueMail } from '#platform/mail'
import type { Rhythm } from '#rhythms'
import { asGuest, entriesOfSeries, planOf, saveInSeries, toGuest, waitingMail, type Hall, type RsvpGuest } from '#rsvps'
import { giveUpSeat, takeFirstSeat } from '#seats'
import { listDatesToGiveBack, listOpenDates, listRegulars, saveRegular, saveRegularEnd } from './regular.data.ts'
import { allDatesMail, stoppedMail } from './regular.mails.tsx'

type Now = Temporal.Instant
type Coming = { rhythm: Rhythm; guest: RsvpGuest; link: string }

/**
 * Seats the person at every date ahead, or lets them wait where it is full, and tells them in one mail, which brings one entry for their
 * calendar. A no to one date stays a no, and a date that they had answered before keeps its own entry.
 */
export const comeToAll = (db: Db, hall: Hall, { rhythm, guest, link }: Coming, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    if (!(await saveRegular(tx, { rhythmId: rhythm.id, personId: guest.id }, now))) return
    const dates = await listOpenDates(tx, rhythm.id, now)
    await takeSeatsIn(tx, { dates, personId: guest.id }, now)
    const events = await comingTo(tx, hall, { guest, dates })
    const series = await entriesFor(tx, hall, { rhythm, guest })
    await queueMail(tx, allDatesMail({ hall, guest, title: titleOf(rhythm, guest), events, link, series, now }), now)
  })

/** Says at which they have to wait. */
async function takeSeatsIn(tx: Tx, { dates, personId }: { dates: string[]; personId: string }, now: Now): Promise<string[]> {
  const answers = new Map<string, 'seated' | 'waiting'>()
  for (const eventId of dates) {
    const answer = await takeFirstSeat(tx, { eventId, personId }, now)
    if (answer) answers.set(eventId, answer)
  }
  await saveInSeries(tx, personId, [...answers.keys()])
  return [...answers].flatMap(([eventId, answer]) => (answer === 'waiting' ? [eventId] : []))
}

async function comingTo(tx: Tx, { network }: Hall, { guest, dates }: { guest: RsvpGuest; dates: string[] }): Promise<Event[]> {
  const events: Event[] = []
  for (const id of dates) {
    const event = await findEvent(tx, { networkId: network.id, language: guest.language, personId: guest.id }, { id })
    if (event?.mine && event.mine.answer !== 'declined') events.push(event)
  }
  return events.toSorted((one, other) => (one.startsAt?.epochMilliseconds ?? 0) - (other.startsAt?.epochMilliseconds ?? 0))
}

async function entriesFor(tx: Tx, hall: Hall, { rhythm, guest }: { rhythm: Rhythm; guest: RsvpGuest }) {
  const plan = await planOf(tx, hall, { id: rhythm.id })
  return (plan && (await entriesOfSeries(tx, plan, [guest])).get(guest.id)) ?? []
}

const titleOf = ({ texts, given }: Rhythm, { language }: RsvpGuest) => (texts.find((text) => text.language === language) ?? given).title

/** Later dates are not theirs by themselves any more. What they come to they keep, or give back; the entry in their calendar follows. */
export const stopComingToAll = (
  db: Db,
  hall: Hall,
  { rhythm, guest, link, givesBack }: Coming & { givesBack: boolean },
  now: Now,
): Promise<void> =>
  transaction(db, async (tx) => {
    const whose = { rhythmId: rhythm.id, personId: guest.id }
    if (!(await saveRegularEnd(tx, whose, now))) return
    if (givesBack) await giveBack(tx, { dates: await listDatesToGiveBack(tx, whose, now), personId: guest.id }, now)
    const series = await entriesFor(tx, hall, { rhythm, guest })
    await queueMail(tx, stoppedMail({ hall, guest, title: titleOf(rhythm, guest), givesBack, link, series, now }), now)
  })

/** Each seat goes to the first who waits for it. */
async function giveBack(tx: Tx, { dates, personId }: { dates: string[]; personId: string }, now: Now) {
  for (const eventId of dates) {
    const given = await giveUpSeat(tx, { eventId, personId }, now)
    if (given && given.promoted.length > 0) await announce(tx, 'seats-given', { eventId, personIds: given.promoted })
  }
}

/**
 * Seats those who come to all dates at the dates that were made since. The rule in their calendar holds these dates already, so nobody
 * gets a mail for each; only where it is full they are told that they wait.
 */
export async function seatRegulars(db: Db, hall: Hall, { rhythmId }: { rhythmId: string }, now: Now): Promise<void> {
  for (const person of await listRegulars(db, rhythmId))
    await transaction(db, async (tx) => {
      const dates = await listOpenDates(tx, rhythmId, now)
      const waits = await takeSeatsIn(tx, { dates, personId: person.id }, now)
      await tellWaiting(tx, hall, { rhythmId, waits, guest: asGuest(person, hall.network.language) }, now)
    })
}

type Waiting = { rhythmId: string; waits: string[]; guest: RsvpGuest }

async function tellWaiting(tx: Tx, hall: Hall, { rhythmId, waits, guest }: Waiting, now: Now) {
  const plan = waits.length > 0 ? await planOf(tx, hall, { id: rhythmId }) : null
  const series = plan && (await entriesOfSeries(tx, plan, [guest])).get(guest.id)
  for (const eventId of waits) {
    const event = plan?.events[guest.language].get(eventId)
    const standing = { answer: 'waiting' as const, sequence: 0 }
    if (event && series) await queueMail(tx, waitingMail(toGuest(hall, { guest, event, call: null, standing, series }, now)), now)
  }
}
