import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import type { Asked } from './environment.ts'

/** What a request carries, as it comes: straight from the connection where there is one, which is twice as fast as through a web stream. */
export function bodyStream(c: Asked): Readable {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  if (incoming) return incoming
  return c.req.raw.body ? Readable.fromWeb(c.req.raw.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
}
