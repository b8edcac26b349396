import type { Context } from 'hono'
import { anyone, figuresText, newRoutes, ownerOrToken, type Environment } from '#platform/http'
import { askDatabase, countForMetrics } from './health.data.ts'

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

/** For what watches over the server; works while the database is away. */
export const healthRoutes = newRoutes()
  .get('/health/live', anyone, (c) => c.body('alive\n', 200, plain))
  .get('/health/ready', anyone, (c) =>
    askDatabase(c.var.db).then(
      () => c.body('ready\n', 200, plain),
      () => c.body('The database does not answer.\n', 503, { ...plain, 'retry-after': '5' }),
    ),
  )

/** Figures for Prometheus, or for the owner's own eyes. */
export const metricsRoutes = newRoutes().get('/metrics', ownerOrToken, showMetrics)

async function showMetrics(c: Context<Environment>) {
  const gauges = { ...(await countForMetrics(c.var.db)), process_resident_bytes: process.memoryUsage.rss() }
  return c.body(figuresText(gauges), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' })
}
