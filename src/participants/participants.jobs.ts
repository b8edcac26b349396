import type { Jobs } from '#platform/jobs'
import { removeUntaken } from './report.data.ts'

export const participantJobs: Jobs = {
  'forget-untaken-reports': (db, _payload, now) => removeUntaken(db, now.subtract({ hours: 24 * 14 })),
}
