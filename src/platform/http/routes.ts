import { timingSafeEqual } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Environment, Variables, Visitor } from './environment.ts'
import { notFound } from './errors.ts'

type Known = { Variables: Omit<Variables, 'person'> & { person: Visitor } }

/** A room's routes. Each names its guard, the first handler of its line: closed unless opened. */
export const newRoutes = () => new Hono<Environment>()

/** Open to the whole world. */
export const anyone: MiddlewareHandler<Environment> = (_, next) => next()

/** For whoever is signed in; a stranger is asked to sign in and comes back. */
export const signedIn: MiddlewareHandler<Known> = async (c, next) => {
  const asked = c.req.method === 'GET' ? new URL(c.req.url).pathname + new URL(c.req.url).search : '/me'
  return c.var.person ? next() : c.redirect(`/sign-in?next=${encodeURIComponent(asked)}`, 303)
}

/** For stewards and owners; to everybody else the page is simply not there. */
export const steward: MiddlewareHandler<Known> = async (c, next) => (c.var.person?.isSteward ? next() : notFound())

/** For the owner alone. */
export const owner: MiddlewareHandler<Known> = async (c, next) => (c.var.person?.isOwner ? next() : notFound())

/** For the owner, and for a program that knows METRICS_TOKEN (sent as a bearer token). */
export const ownerOrToken: MiddlewareHandler<Environment> = async (c, next) =>
  c.var.person?.isOwner || knowsToken(c.req.header('authorization') ?? '', c.var.config.metricsToken) ? next() : notFound()

function knowsToken(header: string, token: string | null) {
  const [given, due] = [Buffer.from(header), Buffer.from(`Bearer ${token ?? ''}`)]
  return token !== null && given.length === due.length && timingSafeEqual(given, due)
}

const guards = new Map<unknown, string>([
  [anyone, 'anyone'],
  [signedIn, 'signedIn'],
  [steward, 'steward'],
  [owner, 'owner'],
  [ownerOrToken, 'ownerOrToken'],
])

export type RouteLine = { method: string; path: string; guard: string }

/** Every URL with its guard, in the order of the site; throws when a route has none. */
export function listRoutes(site: Hono<Environment>): RouteLine[] {
  const lines = new Map<string, RouteLine>()
  for (const { method, path, handler } of site.routes) {
    if (method === 'ALL') continue
    const line = lines.get(`${method} ${path}`) ?? { method, path, guard: '' }
    lines.set(`${method} ${path}`, { ...line, guard: line.guard || (guards.get(handler) ?? '') })
  }
  const unguarded = [...lines.values()].find((line) => !line.guard)
  if (unguarded) throw new Error(`${unguarded.method} ${unguarded.path} has no guard: name one of ${[...guards.values()].join(', ')}.`)
  return [...lines.values()]
}
