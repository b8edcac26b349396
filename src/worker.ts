import { runJobs } from '#platform/jobs'
import { jobs } from './site.ts'
import { schedule } from './schedule.ts'
import type { Running } from './web.ts'

/** Runs what was put off for later and sends the mail that waits; stopping gives unfinished jobs back to the queue. */
export async function startWorker({ pool, db, config, log }: Running) {
  const runner = await runJobs({ pool, db, config, jobs, schedule, log })
  return () => runner.stop()
}
