import type { Db, Tx } from '#database'
import {
  changeRsvp,
  findAnswer,
  insertDecline,
  insertRsvp,
  insertRsvps,
  listEventsAhead,
  lockSeats,
  removeRsvps,
  saveNewSeats,
  saveSeats,
  seatWaiting,
  type RsvpGroup,
} from './seats.data.ts'
import { answerWhen, countsWithout, freeSeats, type Counts } from './seats.rules.ts'

type Now = Temporal.Instant
type Whose = { eventId: string; personId: string }

/** Gives a new event its seats; null is room for everybody. */
export const openSeats = saveNewSeats

/**
 * Seats people who have not answered before, or lets them wait, as expected; says who got what was expected. For the others it
 * turned out otherwise, and they should be looked at again. `parts` gives the parts of the statement that queue mails for those
 * in its part `mine`, and keep what they said.
 */
export async function takeSeats(
  db: Db,
  group: Omit<RsvpGroup, 'parts'>,
  parts: (personIds: string[]) => RsvpGroup['parts'],
  now: Now,
): Promise<string[]> {
  try {
    return await insertRsvps(db, { ...group, parts: parts(group.personIds) }, now)
  } catch (error) {
    if (!isTaken(error)) throw error
    const alone = group.personIds.length > 1 ? group.personIds.map((id) => takeSeats(db, { ...group, personIds: [id] }, parts, now)) : []
    return (await Promise.all(alone)).flat()
  }
}

/** Somebody in the group had a place already, by another process at the same moment. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'

/** Seats someone who has not answered yet, or lets them wait; null when they have answered or the seats are closed. */
export async function takeFirstSeat(tx: Tx, whose: Whose, now: Now): Promise<'seated' | 'waiting' | null> {
  const seats = await lockSeats(tx, whose.eventId)
  if (!seats || seats.closedAt || (await findAnswer(tx, whose.eventId, whose.personId))) return null
  const answer = answerWhen(seats.isFull)
  const place = seats.lastPlace + 1
  await insertRsvp(tx, { ...whose, answer, place, answeredAt: now, seatedAt: answer === 'seated' ? now : null })
  await saveSeats(tx, whose.eventId, { lastPlace: place, [answer]: seats[answer] + 1 })
  return answer
}

/** Seats someone who had said no before, or lets them wait; null when they have a place already or the seats are closed. */
export async function takeSeatAgain(tx: Tx, whose: Whose, now: Now): Promise<'seated' | 'waiting' | null> {
  const seats = await lockSeats(tx, whose.eventId)
  if (!seats || seats.closedAt || (await findAnswer(tx, whose.eventId, whose.personId)) !== 'declined') return null
  const answer = answerWhen(seats.isFull)
  const place = seats.lastPlace + 1
  await changeRsvp(tx, whose, { answer, place, seatedAt: answer === 'seated' ? now : null }, now)
  await saveSeats(tx, whose.eventId, { lastPlace: place, [answer]: seats[answer] + 1 })
  return answer
}

/** Takes back someone's RSVP and gives the seat to the first who waits; null when there was none to take back. */
export async function giveUpSeat(tx: Tx, whose: Whose, now: Now): Promise<{ promoted: string[] } | null> {
  const seats = await lockSeats(tx, whose.eventId)
  const answer = await findAnswer(tx, whose.eventId, whose.personId)
  if (!seats || !answer || answer === 'declined') return null
  await changeRsvp(tx, whose, { answer: 'declined', seatedAt: null }, now)
  return {
    promoted: seats.closedAt
      ? await count(tx, whose.eventId, countsWithout(seats, answer))
      : await fill(tx, whose.eventId, countsWithout(seats, answer), now),
  }
}

/** Notes that someone is not coming, whether or not they had a seat. */
export async function decline(tx: Tx, whose: Whose, now: Now): Promise<{ promoted: string[]; hadPlace: boolean }> {
  const given = await giveUpSeat(tx, whose, now)
  if (!given) await insertDecline(tx, whose.eventId, whose.personId, now)
  return { promoted: given?.promoted ?? [], hadPlace: given !== null }
}

export type Resized = { promoted: string[] } | { refused: 'fewer-than-seated'; seated: number }

/** Changes how many seats there are and seats those who waited for them; nobody is asked to stand up. */
export async function resizeSeats(tx: Tx, eventId: string, capacity: number | null, now: Now): Promise<Resized> {
  const seats = await lockSeats(tx, eventId)
  if (!seats) return { promoted: [] }
  if (capacity !== null && capacity < seats.seated) return { refused: 'fewer-than-seated', seated: seats.seated }
  await saveSeats(tx, eventId, { capacity })
  return { promoted: await fill(tx, eventId, { ...seats, capacity }, now) }
}

/** After this nobody is seated any more; whoever is just being seated is seated before it. */
export const closeSeats = (tx: Tx, eventId: string, now: Now) => saveSeats(tx, eventId, { closedAt: now })

/** Takes a person out of all events: seats ahead go to those who wait, counts of what is over stay. Says who was seated where. */
export async function forgetRsvps(tx: Tx, personId: string, now: Now): Promise<{ eventId: string; promoted: string[] }[]> {
  const given: { eventId: string; promoted: string[] }[] = []
  for (const eventId of await listEventsAhead(tx, personId, now))
    given.push({ eventId, promoted: (await giveUpSeat(tx, { eventId, personId }, now))?.promoted ?? [] })
  await removeRsvps(tx, personId)
  return given
}

async function fill(tx: Tx, eventId: string, counts: Counts, now: Now): Promise<string[]> {
  const free = freeSeats(counts)
  const promoted = counts.waiting > 0 && free !== 0 ? await seatWaiting(tx, eventId, free, now) : []
  await count(tx, eventId, { ...counts, seated: counts.seated + promoted.length, waiting: counts.waiting - promoted.length })
  return promoted
}

async function count(tx: Tx, eventId: string, { seated, waiting }: Counts): Promise<string[]> {
  await saveSeats(tx, eventId, { seated, waiting })
  return []
}
