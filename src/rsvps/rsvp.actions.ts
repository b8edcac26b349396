import { agreeToRecording } from '#consents'
import { transaction, type Db } from '#database'
import { findEvent, mayWithdraw } from '#events'
import { bringWithRsvp } from '#office-hours'
import { queueMail } from '#platform/mail'
import { decline, giveUpSeat } from '#seats'
import { answerTogether, type Asked, type Which } from './counter.actions.ts'
import { findAnswered } from './guest.data.ts'
import type { Hall } from './hall.ts'
import type { RsvpGuest } from './rsvp-guest.ts'
import { toGuest, withdrawnMail } from './rsvp.mails.tsx'
import type { RsvpDone } from './rsvp.rules.ts'
import { entriesAround } from './series.actions.ts'
import { tellRemoved, tellSeated } from './telling.actions.ts'
import { queues } from './together.ts'

type Now = Temporal.Instant
/** The counter of an event, at which people of this process queue up. */
const counters = queues<Asked, RsvpDone>()

type Coming = {
  guest: RsvpGuest
  event: Which
  question: string
  /** They read that it is recorded. */
  recorded?: boolean
  /** The form as it was sent, with answers to what the hosts ask. */
  typed: Record<string, string>
}

/** Seats the person or puts them on the waiting list, and tells them which; what they ask goes to the hosts. */
export async function rsvp(db: Db, hall: Hall, coming: Coming, now: Now): Promise<RsvpDone> {
  const { guest, event, question, recorded, typed } = coming
  const counter = counters(db, `${hall.network.id} ${Object.values(event).join()}`, (group) => answerTogether(db, event, group))
  const done = await counter({ hall, guest, typed, now })
  // Said again after a crash in between, neither is lost.
  if ('answer' in done && question !== '') await bringWithRsvp(db, hall, { person: guest, event, words: question }, now)
  if ('answer' in done && recorded) await agreeToRecording(db, { networkId: hall.network.id, event, person: guest }, now)
  return done
}

export type RegretDone = { said: true } | { refused: 'begun' | 'gone' }

/** "I can't": the seat goes to the first who waits, and both are told. */
export const regret = (db: Db, hall: Hall, said: { guest: RsvpGuest; event: Which }, now: Now): Promise<RegretDone> =>
  transaction(db, async (tx) => {
    const { guest } = said
    const event = await findEvent(tx, { networkId: hall.network.id, language: guest.language, personId: guest.id }, said.event)
    if (!event) return { refused: 'gone' }
    if (!mayWithdraw(event, now)) return { refused: 'begun' }
    const { promoted, hadPlace } = await decline(tx, { eventId: event.id, personId: guest.id }, now)
    const standing = { answer: 'declined' as const, sequence: (event.mine?.sequence ?? 0) + 1 }
    if (hadPlace) {
      const series = (await entriesAround(tx, hall, event, [guest])).get(guest.id)
      await queueMail(tx, withdrawnMail(toGuest(hall, { guest, event, call: null, standing, series }, now)), now)
    }
    await tellSeated(tx, hall, { eventId: event.id, personIds: promoted }, now)
    return { said: true }
  })

/** Takes someone out, as a steward: their seat goes to the first who waits, and both are told. */
export const removeGuest = (db: Db, hall: Hall, whose: { eventId: string; personId: string }, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    const { eventId, personId } = whose
    const guest = await findAnswered(tx, eventId, personId)
    const given = await giveUpSeat(tx, whose, now)
    if (!guest || !given) return
    await tellRemoved(tx, hall, { eventId, guest }, now)
    await tellSeated(tx, hall, { eventId, personIds: given.promoted }, now)
  })
