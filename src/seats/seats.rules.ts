import type { Answer } from './seats.tables.ts'

/** Whoever comes to a full event waits; nobody overtakes those who wait already. */
export const answerWhen = (isFull: boolean): Exclude<Answer, 'declined'> => (isFull ? 'waiting' : 'seated')

export type Counts = { capacity: number | null; seated: number; waiting: number }

/** How many of those who wait can sit down now; null for all of them. */
export function freeSeats({ capacity, seated, waiting }: Counts): number | null {
  return capacity === null ? null : Math.min(waiting, Math.max(0, capacity - seated))
}

/** The counts once this answer is taken back. */
export const countsWithout = (counts: Counts, answer: Answer): Counts => ({
  ...counts,
  seated: counts.seated - (answer === 'seated' ? 1 : 0),
  waiting: counts.waiting - (answer === 'waiting' ? 1 : 0),
})
