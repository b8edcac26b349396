import type { Jobs } from '#platform/jobs'
import { endPauses } from './frequency.data.ts'
import { removeUnanswered } from './subscription.data.ts'

const answerWithin = Temporal.Duration.from({ hours: 24 * 60 })

export const mailingJobs: Jobs = {
  'end-pauses': (db, _payload, now) => endPauses(db, now),
  'forget-unanswered-asks': (db, _payload, now) => removeUnanswered(db, now.subtract(answerWithin)),
}
