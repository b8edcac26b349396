import type { Jobs } from '#platform/jobs'
import { makeDigest } from './digest.actions.ts'

export const digestJobs: Jobs = {
  'make-digest': (db, _payload, now, config) => makeDigest(db, config, now),
}
