import { pino, type Logger } from 'pino'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Config } from '#config'
import type { Environment } from './environment.ts'
import { countRequest } from './figures.ts'

export type Log = Logger

/** Structured lines on standard output. What is logged holds no address, name or signed link. */
export const newLog = (config: Pick<Config, 'logLevel'>): Log =>
  pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutNames } })

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

/** An error as it may be logged: what people typed and who they are is often quoted in its message. */
function withoutNames(error: Error & { code?: unknown }) {
  const hide = (text: string) => text.replace(/"[^"]*"|'[^']*'/g, '"…"').replace(/[^\s@<>()]+@[^\s@<>()]+/g, '…@…')
  const [first = '', ...frames] = (error.stack ?? error.message).split('\n')
  return { type: error.name, code: error.code, message: hide(first), stack: frames.filter((line) => /^\s+at /.test(line)).join('\n') }
}
