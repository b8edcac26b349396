import { removeOldTries } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import { removeEndedCodes } from './code.data.ts'
import { removeEndedSessions } from './session.data.ts'

/** Once a day: what has ended is no longer kept. Codes stay a day, so that their links can say that they have ended. */
export const signInJobs: Jobs = {
  'forget-ended-sign-ins': async (db, _payload, now) => {
    const yesterday = now.subtract({ hours: 24 })
    await removeEndedCodes(db, yesterday)
    await removeEndedSessions(db, now)
    await removeOldTries(db, yesterday.subtract({ hours: 24 }))
  },
}
