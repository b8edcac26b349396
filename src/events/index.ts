/**
 * Events: office hours, webinars, meet-ups, the Academy; their words, dates, call details, lists and pages; who wants to be told a date.
 * Who comes is kept by #seats and looked after by #rsvps. What must be told is announced as jobs (event.news.ts).
 * Owns the tables `event`, `event_text`, `event_call`, `event_cancellation`, `event_interest`.
 */
export type { EventsTables, Kind, Reminder } from './events.tables.ts'
export type { EventNews } from './event.news.ts'
export { announce } from './event.news.ts'
export { findStanding } from './event-standing.data.ts'
export {
  findEvent,
  findEventInEach,
  listEventsById,
  listMyEvents,
  type Call,
  type Event,
  type EventBrief,
  type EventReader,
} from './event.data.ts'
export { findNextEvent, listForCalendar, listTheseEvents, listUpcomingEvents } from './event-list.data.ts'
export { eventNews } from './event-list.news.ts'
export { findEventCall, listEventTexts, saveEventText } from './event-write.data.ts'
export { isAfter, isAtHand, nextChange, stateOf, type CalendarChange, type EventState } from './event.rules.ts'
export { answerFor, mayWithdraw, type RsvpOutcome, type RsvpRefusal } from './rsvp.rules.ts'
export { isStillOfUse, reminderMoment } from './reminder.rules.ts'
export { inOneLine, kindWords, refusalWords } from './event.words.ts'
export { inBatches } from './batches.ts'
export { eventPaths } from './events.paths.ts'
export { guestToken, readGuest, rsvpLink, type Guest } from './event-links.ts'
export { guestOf, speakTo } from './guest.routes.ts'
export { AboutEventPage } from './about-event.pages.tsx'
export { EventEntry } from './event-entry.pages.tsx'
export { EventPage } from './event.pages.tsx'
export { EventFormPage } from './event-form.pages.tsx'
export { formOf, readEventForm, type EventFormRead } from './event.form.ts'
export { EventControls } from './event-controls.pages.tsx'
export { InterestForm } from './interest.pages.tsx'
export { NextEventPanel } from './next-event.pages.tsx'
export { FullSentence, QuestionField, RsvpButton, RsvpForm } from './rsvp-form.pages.tsx'
export { eventPageTables, eventRoutes, readerOf } from './events.routes.tsx'
export { deskOf, eventDeskRoutes, findForSteward } from './event-desk.routes.tsx'
export { eventWordsRoutes } from './event-words.routes.tsx'
export { findInterest } from './interest.data.ts'
export { interestRoutes } from './interest.routes.tsx'
export { beginEvent, saveEvent, type Desk, type EventInput } from './event.actions.ts'
export { cancelEvent, publishEvent } from './event-state.actions.ts'
export { eventJobs } from './events.jobs.ts'
export { seedEvents } from './events.seed.ts'
export { eventsDesk } from './events.desk.ts'
