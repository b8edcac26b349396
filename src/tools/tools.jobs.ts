import type { Jobs } from '#platform/jobs'
import { removeOldDrafts } from './run.data.ts'

const draftsLast = Temporal.Duration.from({ hours: 24 * 60 })

export const toolJobs: Jobs = {
  'forget-old-drafts': async (db, _data, now) => void (await removeOldDrafts(db, now.subtract(draftsLast))),
}
