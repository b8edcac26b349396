import type { Jobs } from '#platform/jobs'
import { removeUnanswered } from './subscription.data.ts'

const answerWithin = Temporal.Duration.from({ hours: 24 * 60 })

export const mailingJobs: Jobs = {
  'forget-unanswered-asks': (db, _payload, now) => removeUnanswered(db, now.subtract(answerWithin)),
}
