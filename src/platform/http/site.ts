import { Hono } from 'hono'
import type { Config } from '#config'
import type { Db } from '#database'
import { wordsFor } from '#platform/text'
import { limitBody } from './body.ts'
import { clientAddress } from './client.ts'
import type { Environment, Here, RequestContext, Visitor } from './environment.ts'
import { errorPage } from './error-pages.tsx'
import { statusOf } from './errors.ts'
import { networkOf } from './client-network.ts'
import { newFollowers } from './followers.ts'
import type { Keeper } from './keeper.ts'
import { newPages } from './kept-pages.ts'
import { anonymousLanguage } from './language.ts'
import { logRequests, type Log } from './log.ts'
import { pageMaker, partMaker } from './page.ts'
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
  /** Answers that need neither network nor person, and work while the database is away. */
  early?: Hono<Environment>[]
  rooms: Hono<Environment>[]
  /** Addresses of forms that may carry larger files than others, each with how many bytes. */
  uploads?: Record<string, number>
}

/** The whole site: what happens to every request, then the rooms' routes. */
export function newSite(parts: SiteParts): Hono<Environment> {
  const { config, keeper, rooms } = parts
  const site = new Hono<Environment>({ strict: false })
  serveFiles(site)
  site.use(addSecurityHeaders(config))
  site.use(logRequests(parts.log))
  site.use(refuseOtherOrigins(config))
  site.use(equip(parts))
  for (const room of parts.early ?? []) site.route('/', room)
  site.use(introduce(parts, newPages(keeper, config)))
  site.use(limitBody(parts.uploads ?? {}))
  site.use(catchUp(parts))
  for (const room of rooms) site.route('/', room)
  site.notFound((c) => errorPage(c, methodsOf(site, c).length ? 405 : 404, methodsOf(site, c)))
  site.onError((error, c) => {
    const status = statusOf(error)
    if (status >= 500) parts.log.error({ request: c.var.requestId, err: error }, 'request failed')
    return errorPage(c, status)
  })
  return site
}

/** What every handler may rely on before anything was asked of the database. */
function equip(parts: SiteParts) {
  return async (c: RequestContext, next: () => Promise<void>) => {
    c.set('db', parts.db)
    c.set('config', parts.config)
    c.set('now', parts.now())
    c.set('requestId', crypto.randomUUID().slice(0, 13))
    c.set('clientAddress', clientAddress(c, parts.config.trustedProxies))
    c.set('person', null)
    c.set('language', anonymousLanguage(c) ?? 'en')
    c.set('t', wordsFor(c.var.language))
    await next()
  }
}

/** Finds out which network is spoken to, who asks and in which language. */
function introduce(parts: SiteParts, freshPage: ReturnType<typeof newPages>) {
  const { keeper, db } = parts
  const follow = newFollowers(keeper)
  // An error page is shown in the community's name even while the database is away.
  let lastKnown: Here = { ...unnamed, contactEmail: parts.config.ownerEmail }
  return async (c: RequestContext, next: () => Promise<void>) => {
    const since = keeper.moment()
    c.set('network', lastKnown)
    c.set(
      'page',
      pageMaker(c, (html, options) => freshPage(c, html, { ...options, since })),
    )
    c.set('part', partMaker(c))
    c.set('follow', (followed) => follow(followed, networkOf(c.var.clientAddress)) ?? tooMany(c))
    c.set('remember', (name, keep, load) => keeper.value(`${c.var.network.id} ${name}`, { keep, now: c.var.now }, load))
    lastKnown = await keeper.value('network', { keep: { tables: ['network'] }, now: c.var.now }, () => parts.findNetwork(db))
    c.set('network', lastKnown)
    const person = await parts.findVisitor(c, lastKnown)
    c.set('person', person)
    c.set('language', person?.language ?? anonymousLanguage(c) ?? lastKnown.language)
    c.set('t', wordsFor(c.var.language))
    await next()
  }
}

/** Browsers come back by themselves; meanwhile the page is read anew by its link. */
const tooMany = (c: RequestContext) =>
  c.text(c.var.t('Very many people follow just now. Read the page anew instead; it shows the same.'), 503, { 'retry-after': '30' })

const unnamed: Omit<Here, 'contactEmail'> = {
  id: '',
  name: 'Guildhall',
  tagline: '',
  taglineEs: '',
  accent: '#1f4a73',
  logo: null,
  language: 'en',
  timeZone: 'UTC',
  postalAddress: '',
  approvalRequired: false,
  bouncesInThousand: 50,
  complaintsInThousand: 3,
  secret: Buffer.alloc(0),
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
