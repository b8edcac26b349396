import { findRootNetwork } from '#networks'
import type { Jobs } from '#platform/jobs'
import { tellStewardsOfBlocking, type Blocking } from './blocking.actions.ts'

export const suppressionJobs: Jobs = {
  'tell-of-blocking': async (db, payload, now, { baseUrl }) => {
    const network = await findRootNetwork(db)
    if (network) await tellStewardsOfBlocking(db, { ...(payload as Blocking), baseUrl, language: network.language }, now)
  },
}
