/**
 * RSVPs: an event's page; saying that one comes, changing one's mind, being told what one needs to know, the stewards' list.
 * Seats themselves are kept by #seats, events by #events.
 * Owns the tables `rsvp_ask`, `calendar_feed`, `rsvp_in_series`.
 */
export type { RsvpsTables } from './rsvps.tables.ts'
export { eventPageRoutes } from './event-page.routes.tsx'
export { myRsvpRoutes } from './my-rsvp.routes.tsx'
export { rsvpJobs } from './rsvps.jobs.ts'
export { hallOf, personAsGuest, visitorAsGuest, type Hall } from './hall.ts'
export type { RsvpGuest } from './rsvp-guest.ts'
export { entriesOfSeries, planOf } from './series.actions.ts'
export { saveInSeries } from './series.data.ts'
export { seriesPart, waitingMail, toGuest } from './rsvp.mails.tsx'
export { tellSeated } from './telling.actions.ts'
export { asGuest } from './told.ts'
export { callValues } from './call.pages.tsx'
export { attendeeRoutes } from './attendee.routes.tsx'
export { calendarRoutes } from './calendar.routes.ts'
export { eraseRsvps, myEventsSection, rsvpData } from './contributions.tsx'
