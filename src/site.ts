import { healthRoutes, metricsRoutes } from '#health'
import { groundRoutes } from '#home'
import { confirmRoutes, embedRoutes, joinRoutes, mailingJobs, preferencesRoutes, unsubscribeRoutes } from '#mailing'
import { findRootNetwork } from '#networks'
import { pageRoutes } from '#pages'
import { findVisitor } from '#sign-in'
import { tipRoutes, tipWritingRoutes } from '#toolkit'
import { webinarRoutes, webinarWritingRoutes } from '#webinars'
import { newSite, type Environment, type SiteParts } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import type { Hono } from 'hono'

/** The one list of rooms: their routes, in the order they are asked. */
const rooms: Hono<Environment>[] = [
  groundRoutes,
  joinRoutes,
  confirmRoutes,
  embedRoutes,
  preferencesRoutes,
  unsubscribeRoutes,
  pageRoutes,
  tipRoutes,
  tipWritingRoutes,
  webinarRoutes,
  webinarWritingRoutes,
  metricsRoutes,
]

/** What runs later or by the clock. */
export const jobs: Jobs = { ...mailingJobs }

export const newCommunitySite = (parts: Omit<SiteParts, 'rooms' | 'findNetwork' | 'findVisitor'>) =>
  newSite({ ...parts, early: [healthRoutes], rooms, findVisitor, findNetwork })

async function findNetwork(db: SiteParts['db']) {
  const network = await findRootNetwork(db)
  if (!network) throw new Error('There is no network yet: the first start creates it.')
  return network
}
