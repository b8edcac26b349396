import { placeOf, type findPerson, type Place } from '#people'
import type { Asked, Visitor } from '#platform/http'
import type { Language } from '#platform/text'
import type { RsvpGuest } from './rsvp-guest.ts'

/** Where RSVPs are taken: the place, and the address that invites. */
export type Hall = Place & { organizer: string }

export const hallOf = (c: Asked): Hall => ({ ...placeOf(c), organizer: c.var.config.mailFrom })

type Known = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** Someone who came by their link, in the language in which they are spoken to. */
export const personAsGuest = (person: Known, language: Language): RsvpGuest => ({
  id: person.id,
  email: person.email,
  name: `${person.firstName} ${person.lastName}`.trim(),
  language,
  timeZone: person.timeZone,
})

export const visitorAsGuest = ({ id, email, name, timeZone }: Visitor, language: Language): RsvpGuest => ({
  id,
  email,
  name: name === email ? '' : name,
  language,
  timeZone,
})
