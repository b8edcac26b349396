import { findRootNetwork } from '#networks'
import type { Jobs } from '#platform/jobs'
import { makeDatesAhead } from './rhythm.actions.ts'

export const rhythmJobs: Jobs = {
  'make-dates-of-series': async (db, _payload, now) => {
    const network = await findRootNetwork(db)
    if (network) await makeDatesAhead(db, { networkId: network.id, language: network.language }, now)
  },
}
