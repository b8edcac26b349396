import { addressOf } from '#database'
import { runJobs } from '#platform/jobs'
import { findHold, findPlace, startSender } from '#platform/delivery'
import { bulkKinds, jobs } from './site.ts'
import { refusalListeners } from './site-mail.ts'
import { schedule } from './schedule.ts'
import type { Running } from './web.ts'

/** Runs what was put off for later and sends the mail that waits; stopping gives what is unfinished back to the queue. */
export async function startWorker({ pool, db, config, log, isAlone }: Running) {
  const place = await findPlace(db, config)
  const runner = await runJobs({ pool, db, config, jobs, schedule, log, takeOver: isAlone })
  const pace = { connections: config.mailConnections, limits: config.mailLimits }
  const here = { place, listenOn: addressOf(config.databaseUrl ?? '') }
  const sender = startSender({ db, config, log, kinds: bulkKinds, onRefused: refusalListeners, takeOver: isAlone, ...pace, ...here })
  const hold = await findHold(db, () => Promise.resolve(place))
  if (hold)
    log.warn(
      { from: place.baseUrl, last: hold.home.baseUrl, reason: hold.reason },
      'mail is held: say on /admin/held-mail whether this is a copy',
    )
  return () => Promise.all([runner.stop(), sender.stop()])
}
