import { createHash } from 'node:crypto'
import type { Asked } from '#platform/http'

/** A calendar file: asked for again and again by programs, so it says when it has not changed. */
export function answerCalendar(c: Asked, text: string, name: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'text/calendar; charset=utf-8' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-disposition': `attachment; filename="${name}"` })
}
