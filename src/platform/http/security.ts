import type { MiddlewareHandler } from 'hono'
import type { Config } from '#config'
import type { Environment } from './environment.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that tell the browser how little a page of ours needs. */
export function securityHeaders(config: Config): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(config.baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** Sets the security headers on every answer; a handler that set a policy of its own keeps it. */
export function addSecurityHeaders(config: Config): MiddlewareHandler<Environment> {
  const all = Object.entries(securityHeaders(config))
  return async (c, next) => {
    await next()
    for (const [name, value] of all) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

/** Forms of other sites that may post here: the embedded form, and one-click unsubscribe, which mail services send (RFC 8058). */
const openToOthers = [/^\/join\/embedded$/, /^\/unsubscribe\/[^/]+\/one-click$/]

/** Refuses a change asked for by another site's page (cross-site request forgery). */
export function refuseOtherOrigins(config: Config): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || openToOthers.some((path) => path.test(c.req.path))
    if (safe || isOurs(c.req.header('origin'), c.req.header('sec-fetch-site'), config)) return next()
    return c.text(`This form came from another site. Open ${config.baseUrl} and send it from there.`, 403)
  }
}

function isOurs(origin: string | undefined, site: string | undefined, config: Config) {
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === undefined || origin === config.baseUrl
}
