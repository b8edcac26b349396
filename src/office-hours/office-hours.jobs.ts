import { findRootNetwork } from '#networks'
import type { Jobs } from '#platform/jobs'
import { removeOldMeToos } from './me-too.data.ts'
import { askWhetherItHelped } from './outcome.actions.ts'
import { removeOldUnconfirmed } from './question.data.ts'

const lastsFor = Temporal.Duration.from({ hours: 24 * 30 })

export const officeHoursJobs: Jobs = {
  'ask-whether-it-helped': async (db, _data, now, config) => {
    const network = await findRootNetwork(db)
    if (network) await askWhetherItHelped(db, { network, baseUrl: config.baseUrl }, now)
  },
  'forget-unconfirmed-questions': async (db, _data, now) => {
    await removeOldUnconfirmed(db, now.subtract(lastsFor))
    await removeOldMeToos(db, now.subtract(lastsFor))
  },
}
