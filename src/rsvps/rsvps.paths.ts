import { eventPaths } from '#events'
import type { AnswerPaths } from './rsvp-guest.ts'

export const paths = {
  rsvp: eventPaths.rsvpLink,
  feed: (token: string) => `/me/calendar/${token}.ics`,
  renewFeed: '/me/calendar/renewal',
}

/** For whoever is signed in. */
export const pathsOnEvent = (slug: string): AnswerPaths => ({
  rsvp: eventPaths.rsvp(slug),
  regret: eventPaths.regret(slug),
  question: eventPaths.question(slug),
  call: eventPaths.call(slug),
  calendarFile: eventPaths.calendarEntry(slug),
})

/** For whoever comes by the link in a mail. */
export const pathsOfLink = (token: string): AnswerPaths => ({
  rsvp: paths.rsvp(token),
  regret: `${paths.rsvp(token)}/regret`,
  question: `${paths.rsvp(token)}/question`,
  call: `${paths.rsvp(token)}/call`,
  calendarFile: `${paths.rsvp(token)}/calendar.ics`,
})
