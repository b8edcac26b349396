import type { Db } from '#database'
import { findEventCall, findEventInEach, type Call, type Event } from '#events'
import type { Mail } from '#platform/mail'
import type { Language } from '#platform/text'
import type { AnsweredGuest } from './guest.data.ts'
import type { Hall } from './hall.ts'
import { toGuest, type ToGuest } from './rsvp.mails.tsx'
import { entriesOfSeries, planOf } from './series.actions.ts'

type Now = Temporal.Instant

export type Write = (mail: ToGuest) => Mail

export type Told = {
  event: Event | undefined
  /** Their mails; null for whom there is none. */
  mails: (db: Db, guests: AnsweredGuest[], write: (guest: AnsweredGuest) => Write | null) => Promise<Mail[]>
}

/**
 * Writes mails to guests of one event, each in their language; whoever waits is given no call details. Where it is a date of a series
 * that stands in their calendar as one entry, the mail brings that entry.
 */
export async function toldOf(db: Db, hall: Hall, eventId: string, now: Now): Promise<Told> {
  const events: Record<Language, Event | undefined> = await findEventInEach(db, hall.network.id, eventId)
  const call: Call | null = (await findEventCall(db, eventId)) ?? null
  const event = events[hall.network.language]
  const plan = event?.rhythm ? await planOf(db, hall, { slug: event.rhythm }) : null
  return {
    event,
    async mails(on, answered, write) {
      const guests = answered.map((guest) => asGuest(guest, hall.network.language))
      const series = plan ? await entriesOfSeries(on, plan, guests, eventId) : undefined
      return answered.flatMap((one, place) => {
        const guest = guests[place]
        const [found, written] = [guest && events[guest.language], write(one)]
        if (!guest || !found || !written) return []
        const standing = { answer: one.answer, sequence: one.sequence }
        const about = { guest, event: found, call: one.answer === 'seated' ? call : null, standing, series: series?.get(guest.id) }
        return [written(toGuest(hall, about, now))]
      })
    },
  }
}

type Named = Pick<AnsweredGuest, 'id' | 'email' | 'firstName' | 'lastName' | 'timeZone'> & { language: Language | null }

export const asGuest = ({ id, email, firstName, lastName, timeZone, language }: Named, spoken: Language) => ({
  id,
  email,
  timeZone,
  name: `${firstName} ${lastName}`.trim(),
  language: language ?? spoken,
})
