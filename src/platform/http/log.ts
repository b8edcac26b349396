import { pino, type Logger } from 'pino'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Config } from '#config'
import type { Environment } from './environment.ts'
import { countRequest } from './figures.ts'

export type Log = Logger

/** Structured lines on standard output. What is logged holds no address, name or signed link. */
export const newLog = (config: Pick<Config, 'logLevel'>): Log => pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** One line a request: its number, the route's pattern (never the path, which can hold a signed link), status and milliseconds. */
export function logRequests(log: Log): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const ms = performance.now() - began
    const route = routePath(c, -1)
    countRequest(c.req.method, route, c.res.status, ms)
    log.info({ request: c.var.requestId, method: c.req.method, route, status: c.res.status, ms: Math.round(ms * 10) / 10 }, 'request')
  }
}
