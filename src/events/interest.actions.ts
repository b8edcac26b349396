import { transaction, type Db } from '#database'
import { findOrBeginPerson, type Place } from '#people'
import { queueMail, queueMails, type Mail } from '#platform/mail'
import type { Language } from '#platform/text'
import { inBatches } from './batches.ts'
import { findEventInEach, type Event } from './event.data.ts'
import { interestLink, rsvpLink } from './event-links.ts'
import { listInterested, removeInterest, saveInterest, saveInterestAsked, type Interested } from './interest.data.ts'
import { datedMail, interestAskMail } from './interest.mails.tsx'

type Now = Temporal.Instant

/** Asks an address by mail whether it wants to be told the date; the same for one that was known. */
export const askForDate = (db: Db, place: Place, asked: { event: Event; email: string; language: Language }, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    const { event, email, language } = asked
    const person = await findOrBeginPerson(tx, { email, language }, now)
    const guest = { eventId: event.id, personId: person.id }
    await saveInterestAsked(tx, guest, now)
    const reader = { network: place.network, person, language: person.language ?? language, link: interestLink(place, guest) }
    await queueMail(tx, interestAskMail(reader, event), now)
  })

/** Someone whose address is proved wants to be told the date. */
export const waitForDate = (db: Db, guest: { eventId: string; personId: string }, now: Now): Promise<unknown> =>
  transaction(db, (tx) => saveInterest(tx, guest, now))

export const stopWaitingForDate = removeInterest

/** Tells all who wait for this date, once each however often it runs; nobody when it has been moved again meanwhile. */
export async function tellDate(db: Db, place: Place, told: { eventId: string; startsAt: string }, now: Now): Promise<void> {
  const { network } = place
  const events = await findEventInEach(db, network.id, told.eventId)
  if (events.en?.startsAt?.toString() !== told.startsAt || events.en.cancelledAt) return
  const mailTo = (person: Interested): Mail[] => {
    const language = person.language ?? network.language
    const event = events[language]
    const link = rsvpLink(place, { eventId: told.eventId, personId: person.id })
    return event?.startsAt ? [datedMail({ network, person, language, link }, { ...event, startsAt: event.startsAt }, person.timeZone)] : []
  }
  await inBatches(
    (after, most) => listInterested(db, told.eventId, after, most),
    (people) => transaction(db, (tx) => queueMails(tx, people.flatMap(mailTo), now)),
  )
}
