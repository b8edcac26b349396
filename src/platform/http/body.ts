import { bodyLimit } from 'hono/body-limit'
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Environment } from './environment.ts'

const words = 512 * 1024
const files = 12 * 1024 * 1024

const tooLarge = (c: Context): never => {
  c.header('connection', 'close')
  throw new HTTPException(413)
}
const limitWords = bodyLimit({ maxSize: words, onError: tooLarge })
const limitFiles = bodyLimit({ maxSize: files, onError: tooLarge })

/** Bounds what a request may send: half a megabyte of words, 12 megabytes with files. */
export const limitBody: MiddlewareHandler<Environment> = (c, next) =>
  c.req.method === 'GET'
    ? next()
    : (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
      ? limitFiles(c, next)
      : limitWords(c, next)
