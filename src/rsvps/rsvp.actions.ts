import { transaction, type Db, type Tx } from '#database'
import { answerFor, findEvent, mayWithdraw, rsvpLink, type Event, type RsvpRefusal } from '#events'
import { queueMail, queueMailFrom, wakeSender } from '#platform/mail'
import { decline, giveUpSeat, takeSeat, takeSeatAgain } from '#seats'
import { tellSeated } from './telling.actions.ts'
import type { Hall } from './hall.ts'
import type { RsvpGuest } from './rsvp-guest.ts'
import { seatedMail, waitingMail, withdrawnMail, type ToGuest } from './rsvp.mails.tsx'

type Now = Temporal.Instant

export type Which = { slug: string } | { id: string }
export type RsvpDone = { answer: 'seated' | 'waiting' } | { refused: RsvpRefusal } | { refused: 'gone' } | { refused: 'too-often' }

const mostTries = 20
const mostChanges = 40

/**
 * Seats the person or puts them on the waiting list, and tells them which. It decides by what it has read and writes only
 * if that still holds; otherwise the last seat was taken, or one came free, and it looks again.
 */
export async function rsvp(db: Db, hall: Hall, asked: { guest: RsvpGuest; event: Which; question: string }, now: Now): Promise<RsvpDone> {
  for (let tries = 0; tries < mostTries; tries++) {
    const event = await findFor(db, hall, asked.guest, asked.event)
    const done = event ? await answer(db, hall, { ...asked, event }, now) : ({ refused: 'gone' } as const)
    if (done) return done
  }
  throw new Error('The seats changed hands too often to take one.')
}

/** Null when what was read did not hold any more. */
async function answer(db: Db, hall: Hall, coming: Coming, now: Now): Promise<RsvpDone | null> {
  const { mine } = coming.event
  if (mine && mine.answer !== 'declined') return { answer: mine.answer }
  if (mine && mine.sequence > mostChanges) return { refused: 'too-often' }
  const outcome = answerFor(coming.event, now)
  if ('refused' in outcome) return outcome
  const given = mine ? await comeBack(db, hall, coming, now) : await come(db, hall, { ...coming, answer: outcome.answer }, now)
  return given ? { answer: given } : null
}

type Coming = { guest: RsvpGuest; event: Event; question: string }

/** The first answer: one statement takes the seat, counts it and queues the mail. */
async function come(db: Db, hall: Hall, { guest, event, question, answer }: Coming & { answer: 'seated' | 'waiting' }, now: Now) {
  const mail = mailTo(hall, { guest, event, standing: { answer, sequence: 0 } }, now)
  const told = queueMailFrom('mine', answer === 'seated' ? seatedMail(mail) : waitingMail(mail), now)
  const isTaken = await takeSeat(db, { eventId: event.id, personId: guest.id, question, answer }, told, now)
  if (isTaken) wakeSender()
  return isTaken ? answer : null
}

/** After "I can't" the person comes all the same, behind those who wait by now. */
const comeBack = (db: Db, hall: Hall, { guest, event, question }: Coming, now: Now) =>
  transaction(db, async (tx) => {
    const answer = await takeSeatAgain(tx, { eventId: event.id, personId: guest.id, question }, now)
    if (!answer) return null
    const mail = mailTo(hall, { guest, event, standing: { answer, sequence: (event.mine?.sequence ?? 0) + 1 } }, now)
    await queueMail(tx, answer === 'seated' ? seatedMail(mail) : waitingMail(mail), now)
    return answer
  })

export type RegretDone = { said: true } | { refused: 'begun' | 'gone' }

/** "I can't": the seat goes to the first who waits, and both are told. */
export const regret = (db: Db, hall: Hall, said: { guest: RsvpGuest; event: Which }, now: Now): Promise<RegretDone> =>
  transaction(db, async (tx) => {
    const { guest } = said
    const event = await findFor(tx, hall, guest, said.event)
    if (!event) return { refused: 'gone' }
    if (!mayWithdraw(event, now)) return { refused: 'begun' }
    const { promoted, hadPlace } = await decline(tx, { eventId: event.id, personId: guest.id }, now)
    const standing = { answer: 'declined' as const, sequence: (event.mine?.sequence ?? 0) + 1 }
    if (hadPlace) await queueMail(tx, withdrawnMail(mailTo(hall, { guest, event, standing }, now)), now)
    await tellSeated(tx, hall, { eventId: event.id, personIds: promoted }, now)
    return { said: true }
  })

/** Takes someone out, as a steward: their seat goes to the first who waits. */
export const removeGuest = (db: Db, hall: Hall, whose: { eventId: string; personId: string }, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    const given = await giveUpSeat(tx, whose, now)
    await tellSeated(tx, hall, { eventId: whose.eventId, personIds: given?.promoted ?? [] }, now)
  })

const findFor = (db: Db | Tx, { network }: Hall, guest: RsvpGuest, which: Which) =>
  findEvent(db, { networkId: network.id, language: guest.language, personId: guest.id, withCall: true }, which)

function mailTo(hall: Hall, { guest, event, standing }: Pick<ToGuest, 'guest' | 'event' | 'standing'>, now: Now): ToGuest {
  const link = rsvpLink(hall, { eventId: event.id, personId: guest.id })
  return { network: hall.network, baseUrl: hall.baseUrl, organizer: hall.organizer, guest, event, call: event.call, standing, link, now }
}
