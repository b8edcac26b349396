import { findRootNetwork } from '#networks'
import type { Jobs } from '#platform/jobs'
import { askAfterwards } from './survey.actions.ts'

export const surveyJobs: Jobs = {
  'ask-after-gatherings': async (db, _data, now, config) => {
    const network = await findRootNetwork(db)
    if (network) await askAfterwards(db, { network, baseUrl: config.baseUrl }, now)
  },
}
