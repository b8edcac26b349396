import type { Jobs } from '#platform/jobs'
import { forgetMailsTo } from '#platform/mail'

/** A week after the goodbye its address is forgotten too. */
export const peopleJobs: Jobs = {
  'forget-goodbye': (db, payload) => forgetMailsTo(db, payload as { onceKey: string }),
}
