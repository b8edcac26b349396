import type { Language } from '#platform/text'
import type { Kind } from './events.tables.ts'

/** Addresses of gatherings, for every room. */
export const eventPaths = {
  events: '/events',
  eventsOf: (kind: Kind) => `/events?kind=${kind}`,
  officeHours: '/office-hours',
  academy: '/academy',
  newEvent: '/events/new',
  event: (slug: string) => `/events/${slug}`,
  edit: (slug: string) => `/events/${slug}/edit`,
  words: (slug: string, language: Language) => `/events/${slug}/words?language=${language}`,
  copy: (slug: string) => `/events/${slug}/copy`,
  publication: (slug: string) => `/events/${slug}/publication`,
  cancellation: (slug: string) => `/events/${slug}/cancellation`,
  removal: (slug: string) => `/events/${slug}/removal`,
  interest: (slug: string) => `/events/${slug}/interest`,
  interestLink: (token: string) => `/interest/${token}`,
  rsvpLink: (token: string) => `/rsvp/${token}`,
  rsvp: (slug: string) => `/events/${slug}/rsvp`,
  regret: (slug: string) => `/events/${slug}/regret`,
  question: (slug: string) => `/events/${slug}/question`,
  attendees: (slug: string) => `/events/${slug}/attendees`,
  attendeesFile: (slug: string) => `/events/${slug}/attendees.csv`,
  attendeeRemoval: (slug: string, personId: string) => `/events/${slug}/attendees/${personId}/removal`,
  calendarEntry: (slug: string) => `/events/${slug}/calendar.ics`,
  calendar: '/calendar.ics',
  call: (slug: string) => `/events/${slug}/call`,
  attendance: (slug: string, personId: string) => `/events/${slug}/attendees/${personId}/attendance`,
  repeat: (slug: string) => `/events/${slug}/rhythm`,
  rhythm: (slug: string) => `/events/rhythms/${slug}`,
  rhythmFrom: (slug: string, date: string) => `/events/rhythms/${slug}/edit?from=${date}`,
}
