import type { Jobs } from '#platform/jobs'
import { findRootNetwork } from '#networks'
import { compareTools } from './comparison.actions.ts'
import { removeOldDrafts } from './run.data.ts'

const draftsLast = Temporal.Duration.from({ hours: 24 * 60 })

export const toolJobs: Jobs = {
  'compare-tools': async (db, _data, now) => {
    const network = await findRootNetwork(db)
    if (network) await compareTools(db, network.id, now)
  },
  'forget-old-drafts': async (db, _data, now) => void (await removeOldDrafts(db, now.subtract(draftsLast))),
}
