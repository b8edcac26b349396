import type { Jobs } from '#platform/jobs'
import { removeOldRounds } from './round.data.ts'

const lasts = Temporal.Duration.from({ hours: 24 * 730 })

export const roundJobs: Jobs = {
  'forget-old-rounds': async (db, _data, now) => void (await removeOldRounds(db, now.subtract(lasts))),
}
