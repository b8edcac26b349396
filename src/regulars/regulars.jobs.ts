import type { Jobs } from '#platform/jobs'
import { seatRegulars } from './regular.actions.ts'

export const regularJobs: Jobs = {
  'dates-made': (db, payload, now) => seatRegulars(db, payload as { rhythmId: string }, now),
}
