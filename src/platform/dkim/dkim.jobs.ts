import type { Jobs } from '#platform/jobs'
import { lookAfterDkim } from './dkim.actions.ts'
import { domainOf } from './dkim.rules.ts'
import { lookUpText } from './text-records.ts'

/** Without a mail server nothing leaves that could be signed. */
export const dkimJobs: Jobs = {
  'look-after-dkim': async (db, _payload, now, config) => {
    if (config.smtpUrl !== null) await lookAfterDkim(db, domainOf(config), { lookUp: lookUpText, now })
  },
}
