import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Config } from '#config'
import type { Environment, Keep, RequestContext } from './environment.ts'
import { anonymousLanguage } from './language.ts'
import type { KeptPage, Keeper } from './keeper.ts'
import { hasSessionCookie } from './cookies.ts'
import { securityHeaders } from './security.ts'

/** Headers of every page: a stranger's copy is asked about again each time, a person's own is never stored. */
const kept = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'cookie, accept-language, accept-encoding',
  'speculation-rules': '"/speculation-rules.json"',
}

export type PageKeeping = ReturnType<typeof keepPages>

/** How this process answers with pages: from memory when a stranger asks for what is still true, else made anew. */
export function keepPages(keeper: Keeper, config: Config) {
  const headers = { ...kept, ...securityHeaders(config) }

  /** Comes before any other work is done. */
  const answerFromKept =
    (now: () => Temporal.Instant): MiddlewareHandler<Environment> =>
    (c, next) => {
      if (c.req.method !== 'GET' || hasSessionCookie(c)) return next()
      const page = keeper.findPage(keyOf(c), now())
      return page ? Promise.resolve(answer(c, page, headers)) : next()
    }

  function freshPage(c: RequestContext, html: string, options: { status: number; keep: Keep | undefined; since: number }): Response {
    const { status, keep, since } = options
    if (!keep || status !== 200 || c.var.person || c.req.method !== 'GET')
      return c.html(html, status as 200, { 'cache-control': 'no-store', 'speculation-rules': kept['speculation-rules'] })
    const page = {
      html,
      etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
      encoded: new Map<string, Uint8Array<ArrayBuffer>>(),
    }
    keeper.keepPage(keyOf(c), page, keep, since)
    return answer(c, page, headers)
  }
  return { answerFromKept, freshPage }
}

function answer(c: RequestContext, page: Pick<KeptPage, 'html' | 'etag' | 'encoded'>, headers: Record<string, string>): Response {
  if (c.req.header('if-none-match') === page.etag) return new Response(null, { status: 304, headers: { ...headers, etag: page.etag } })
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
  if (!encoding) return new Response(page.html, { headers: { ...headers, etag: page.etag } })
  const body = page.encoded.get(encoding) ?? compressed(page.html, encoding)
  page.encoded.set(encoding, body)
  return new Response(body, { headers: { ...headers, etag: page.etag, 'content-encoding': encoding } })
}

type Encoding = 'br' | 'gzip'
const encodingFor = (accepted: string): Encoding | null => (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null)

const compressed = (html: string, encoding: Encoding): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(encoding === 'br' ? brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : gzipSync(html))

const keyOf = (c: RequestContext) => `${anonymousLanguage(c) ?? ''} ${c.req.url.slice(c.req.url.indexOf('/', 8))}`
