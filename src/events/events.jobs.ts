import { findRootNetwork } from '#networks'
import type { Job, Jobs } from '#platform/jobs'
import type { EventNews } from './event.news.ts'
import { tellDate } from './interest.actions.ts'
import { removeOldInterest } from './interest.data.ts'

const eventDated: Job = async (db, payload, now, config) => {
  const network = await findRootNetwork(db)
  if (network) await tellDate(db, { network, baseUrl: config.baseUrl }, payload as EventNews['event-dated'], now)
}

export const eventJobs: Jobs = {
  'event-dated': eventDated,
  'forget-old-interest': (db, _payload, now) => removeOldInterest(db, now.subtract({ hours: 24 * 30 })),
}
