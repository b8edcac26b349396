import { transaction, type Db } from '#database'
import { rsvpLink, type Event } from '#events'
import { findOrBeginPerson } from '#people'
import { queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import type { Said } from '#rsvp-forms'
import type { Hall } from './hall.ts'
import { saveAsk } from './rsvp-ask.data.ts'
import { askMail } from './rsvp.mails.tsx'

export type Ask = {
  event: Event
  email: string
  name: string
  question: string
  /** What they answered to what the hosts ask. */
  answers: Said[]
  timeZone: string | null
  language: Language
}

/**
 * Keeps what was typed and asks the address by mail; nothing counts before its link is followed. The answer is the same
 * whether or not the address was known, and nothing is written over what is known of it.
 */
export const askToCome = (db: Db, hall: Hall, { event, email, language, ...typed }: Ask, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    const person = await findOrBeginPerson(tx, { email, language }, now)
    const whose = { eventId: event.id, personId: person.id }
    await saveAsk(tx, whose, { ...typed, askedAt: now })
    const guest = { id: person.id, email: person.email, name: '', language: person.language ?? language, timeZone: person.timeZone }
    await queueMail(tx, askMail({ network: hall.network, guest, event, link: rsvpLink(hall, whose) }), now)
  })
