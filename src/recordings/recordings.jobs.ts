import type { Jobs } from '#platform/jobs'
import { forgetOldUploads } from './upload.actions.ts'

export const recordingJobs: Jobs = {
  'forget-old-uploads': (db, _data, now, config) => forgetOldUploads(db, config.dataDir, now),
}
