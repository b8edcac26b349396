import { Hono } from 'hono'
import type { Config } from '#config'
import type { Db } from '#database'
import { wordsFor } from '#platform/text'
import { limitBody } from './body.ts'
import { clientAddress } from './client.ts'
import type { Environment, Here, RequestContext, Visitor } from './environment.ts'
import { errorPage } from './error-pages.tsx'
import type { Keeper } from './keeper.ts'
import { keepPages } from './kept-pages.ts'
import { anonymousLanguage } from './language.ts'
import { logRequests, type Log } from './log.ts'
import { pageMaker } from './page.ts'
import { serveFiles } from './static.ts'
import { addSecurityHeaders, refuseOtherOrigins } from './security.ts'

export type SiteParts = {
  db: Db
  config: Config
  log: Log
  keeper: Keeper
  now: () => Temporal.Instant
  findNetwork: (db: Db) => Promise<Here>
  findVisitor: (c: RequestContext, network: Here) => Promise<Visitor | null>
  /** After a steward's change: resolves when this process has heard of it, so that the next page shows it. */
  caughtUp?: () => Promise<void>
  rooms: Hono<Environment>[]
}

/** The whole site: what happens to every request, then the rooms' routes. */
export function newSite(parts: SiteParts): Hono<Environment> {
  const { config, keeper, rooms } = parts
  const keeping = keepPages(keeper, config)
  const site = new Hono<Environment>({ strict: false })
  site.use(keeping.answerFromKept(parts.now))
  serveFiles(site)
  site.use(addSecurityHeaders(config))
  site.use(logRequests(parts.log))
  site.use(refuseOtherOrigins(config))
  site.use(limitBody)
  site.use(introduce(parts, keeping.freshPage))
  site.use(catchUp(parts))
  for (const room of rooms) site.route('/', room)
  site.notFound((c) => errorPage(c, methodsOf(site, c).length ? 405 : 404, methodsOf(site, c)))
  site.onError((error, c) => {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
    if (status >= 500) parts.log.error({ request: c.var.requestId, err: error }, 'request failed')
    return errorPage(c, status)
  })
  return site
}

/** Finds out who asks, in which language, of which network: everything a room's handler may rely on. */
function introduce(parts: SiteParts, freshPage: ReturnType<typeof keepPages>['freshPage']) {
  return async (c: RequestContext, next: () => Promise<void>) => {
    const { db, config, keeper } = parts
    const since = keeper.moment()
    c.set('db', db)
    c.set('config', config)
    c.set('now', parts.now())
    c.set('requestId', crypto.randomUUID().slice(0, 13))
    c.set('clientAddress', clientAddress(c, config.trustedProxies))
    c.set('person', null)
    c.set('language', anonymousLanguage(c) ?? 'en')
    c.set('t', wordsFor(c.var.language))
    const network = await keeper.value('network', 'network', () => parts.findNetwork(db))
    c.set('network', network)
    const person = await parts.findVisitor(c, network)
    c.set('person', person)
    c.set('language', person?.language ?? anonymousLanguage(c) ?? network.language)
    c.set('t', wordsFor(c.var.language))
    c.set('page', pageMaker(c, (html, options) => freshPage(c, html, { ...options, since })))
    await next()
  }
}

function catchUp({ caughtUp }: SiteParts) {
  return async (c: RequestContext, next: () => Promise<void>) => {
    await next()
    if (c.req.method === 'POST' && c.var.person?.isSteward) await caughtUp?.()
  }
}

/** The methods a path does answer to, for the page that refuses another one. */
function methodsOf(site: Hono<Environment>, c: RequestContext): string[] {
  const methods = ['GET', 'POST'].filter((method) =>
    site.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method),
  )
  return methods.filter((method) => method !== c.req.method)
}
