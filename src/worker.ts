import { runJobs } from '#platform/jobs'
import { startSender } from '#platform/delivery'
import { bulkKinds, jobs, refusalListeners } from './site.ts'
import { schedule } from './schedule.ts'
import type { Running } from './web.ts'

/** Runs what was put off for later and sends the mail that waits; stopping gives what is unfinished back to the queue. */
export async function startWorker({ pool, db, config, log, isAlone }: Running) {
  const runner = await runJobs({ pool, db, config, jobs, schedule, log })
  const pace = { connections: config.mailConnections, limits: config.mailLimits }
  const sender = startSender({ db, config, log, kinds: bulkKinds, onRefused: refusalListeners, takeOver: isAlone, ...pace })
  return () => Promise.all([runner.stop(), sender.stop()])
}
