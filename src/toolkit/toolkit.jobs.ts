import type { Jobs } from '#platform/jobs'
import { publishDueTips } from './tip.data.ts'

export const toolkitJobs: Jobs = {
  'publish-due-tips': async (db, _data, now) => void (await publishDueTips(db, now)),
}
