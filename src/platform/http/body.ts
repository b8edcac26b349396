import { bodyLimit } from 'hono/body-limit'
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Environment } from './environment.ts'

const tooLarge = (c: Context): never => {
  c.header('connection', 'close')
  throw new HTTPException(413)
}

const atMost = (maxSize: number) => ({ maxSize, count: bodyLimit({ maxSize, onError: tooLarge }) })
const words = atMost(512 * 1024)
const files = atMost(12 * 1024 * 1024)

/**
 * Bounds what a request may send: half a megabyte of words, 12 megabytes with files, and more where a room asks for it, by the path of
 * its route. Who says how much it is, is held to it by Node itself; what comes without a length is counted.
 */
export function limitBody(uploads: Record<string, number>): MiddlewareHandler<Environment> {
  const larger = Object.entries(uploads).map(([path, maxSize]) => ({ path: patternOf(path), limit: atMost(maxSize) }))
  const largerFor = (asked: string) => larger.find(({ path }) => path.test(asked))?.limit ?? files
  const mostFor = (c: Context) => (carriesFile(c.req.header('content-type') ?? '') ? largerFor(c.req.path) : words)
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const most = mostFor(c)
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return most.count(c, next)
    return Number(length) > most.maxSize ? tooLarge(c) : next()
  }
}

/** A form with files, or a piece of one (draft-ietf-httpbis-resumable-upload, 6). */
const carriesFile = (type: string) => type.startsWith('multipart/form-data') || type === 'application/partial-upload'

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
