/**
 * Seats: who comes to an event, who waits for a seat and in which order, who cannot come. Knows nothing of dates, mails or pages.
 * However many ask at once, no seat is given twice and nobody overtakes those who wait.
 * Owns the tables `event_seats`, `rsvp`.
 */
export type { Answer, SeatsTables } from './seats.tables.ts'
export { answerWhen } from './seats.rules.ts'
export {
  closeSeats,
  decline,
  forgetRsvps,
  giveUpSeat,
  openSeats,
  resizeSeats,
  takeFirstSeat,
  takeSeatAgain,
  takeSeats,
  type Resized,
} from './seats.actions.ts'
export { listAnswers } from './seats.data.ts'
