import { findRootNetwork } from '#networks'
import type { Jobs } from '#platform/jobs'
import { seatRegulars } from './regular.actions.ts'

export const regularJobs: Jobs = {
  'dates-made': async (db, payload, now, config) => {
    const network = await findRootNetwork(db)
    const hall = network && { network, baseUrl: config.baseUrl, organizer: config.mailFrom }
    if (hall) await seatRegulars(db, hall, payload as { rhythmId: string }, now)
  },
}
