import { eventPaths, type Event } from '#events'
import type { AnswerPaths } from './rsvp-guest.ts'

export const paths = {
  rsvp: eventPaths.rsvpLink,
  feed: (token: string) => `/me/calendar/${token}.ics`,
  renewFeed: '/me/calendar/renewal',
}

/** For whoever is signed in. */
export const pathsOnEvent = ({ slug, rhythm }: Pick<Event, 'slug' | 'rhythm'>): Omit<AnswerPaths, 'challenge'> => ({
  rsvp: eventPaths.rsvp(slug),
  regret: eventPaths.regret(slug),
  question: eventPaths.question(slug),
  answers: eventPaths.answers(slug),
  call: eventPaths.call(slug),
  certificate: eventPaths.certificate(slug),
  allDates: rhythm && eventPaths.allDates(rhythm),
  calendarFile: eventPaths.calendarEntry(slug),
})

/** For whoever comes by the link in a mail. */
export const pathsOfLink = (token: string, { rhythm }: Pick<Event, 'rhythm'>): Omit<AnswerPaths, 'challenge'> => ({
  rsvp: paths.rsvp(token),
  regret: `${paths.rsvp(token)}/regret`,
  question: `${paths.rsvp(token)}/question`,
  answers: `${paths.rsvp(token)}/answers`,
  call: `${paths.rsvp(token)}/call`,
  certificate: `${paths.rsvp(token)}/certificate`,
  allDates: rhythm && `${paths.rsvp(token)}/all`,
  calendarFile: `${paths.rsvp(token)}/calendar.ics`,
})
