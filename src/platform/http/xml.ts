import { createHash } from 'node:crypto'
import type { Asked } from './environment.ts'

/** Answers with XML: a feed reader that has these very bytes is told so (304). */
export function answerXml(c: Asked, xml: string, type: 'application/atom+xml' | 'application/xml'): Response {
  const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"`
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    etag,
    'cache-control': 'public, max-age=300',
    vary: 'accept-language, cookie',
  }
  return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(xml, 200, headers)
}
