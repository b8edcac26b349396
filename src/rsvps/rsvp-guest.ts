import type { Language } from '#platform/text'

/** Someone an RSVP is about, as far as mails and calendars need to know. */
export type RsvpGuest = { id: string; email: string; name: string; language: Language; timeZone: string | null }

/** The paths of one person's own answer, on the event's page or behind their link. */
export type AnswerPaths = {
  rsvp: string
  regret: string
  question: string
  /** What the hosts ask whoever comes. */
  answers: string
  /** Where they say more of what they asked; null: they asked nothing. */
  challenge: string | null
  call: string
  certificate: string
  allDates: string | null
  calendarFile: string
}
