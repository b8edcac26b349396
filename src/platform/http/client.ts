import type { HttpBindings } from '@hono/node-server'
import type { RequestContext } from './environment.ts'

/**
 * The network address that asks. `X-Forwarded-For` is believed only for as many proxies as the settings name, read
 * from its end, since anybody can write its beginning.
 */
export function clientAddress(c: RequestContext, trustedProxies: number): string {
  const direct = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  return forwarded.at(-trustedProxies) || direct
}
