import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Config } from '#config'
import { holdsSession } from './cookies.ts'
import type { Keep, RequestContext } from './environment.ts'
import { languageFrom } from './language.ts'
import type { Copy, KeptPage, Keeper } from './keeper.ts'
import { securityHeaders } from './security.ts'

/** Headers of every page: a stranger's copy is asked about again each time, a person's own is never stored. */
const kept = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'cookie, accept-language, accept-encoding',
  'speculation-rules': '"/speculation-rules.json"',
}

type Header = (name: string) => string | undefined

/**
 * Answers a stranger from memory, if what they ask for is kept and still true: before anything else is made of the request,
 * which would cost more than the answer. False when it was left to others.
 */
export const answerKeptPages =
  (keeper: Keeper, now: () => Temporal.Instant) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const header: Header = (name) => request.headers[name] as string | undefined
    if (request.method !== 'GET' || holdsSession(header('cookie'))) return false
    const page = keeper.findPage(keyOf(request.url ?? '', header), now())
    if (!page) return false
    const { status, headers, body } = copyFor(page, header)
    response.writeHead(status, headers).end(body)
    return true
  }

type FreshPage = { status: number; keep: Keep | undefined; since: number }

/** How this process answers with a page that was just made; it is kept when it may be. */
export function newPages(keeper: Keeper, config: Config) {
  const headers = { ...kept, ...securityHeaders(config) }

  return (c: RequestContext, html: string, { status, keep, since }: FreshPage): Response => {
    if (!keep || status !== 200 || c.var.person || c.req.method !== 'GET')
      return c.html(html, status as 200, { 'cache-control': 'no-store', 'speculation-rules': kept['speculation-rules'] })
    const header: Header = (name) => c.req.header(name)
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
    const page = { html, headers: { ...headers, etag }, copies: new Map<string, Copy>() }
    keeper.keepPage(keyOf(c.req.url.slice(c.req.url.indexOf('/', 8)), header), page, keep, since)
    const { body, ...answer } = copyFor(page, header)
    return new Response(body, answer)
  }
}

/** The copy this reader understands; or none, when they have it already. */
function copyFor(page: Pick<KeptPage, 'html' | 'headers' | 'copies'>, header: Header): Copy {
  const isKnown = header('if-none-match') === page.headers['etag']
  const encoding = isKnown ? 'known' : encodingFor(header('accept-encoding') ?? '')
  const copy = page.copies.get(encoding) ?? makeCopy(page, encoding)
  page.copies.set(encoding, copy)
  return copy
}

type Encoding = 'br' | 'gzip' | 'plain' | 'known'
const encodingFor = (accepted: string): Encoding => (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain')

function makeCopy({ html, headers }: Pick<KeptPage, 'html' | 'headers'>, encoding: Encoding): Copy {
  if (encoding === 'known') return { status: 304, headers, body: null }
  const body = Uint8Array.from(encoding === 'plain' ? Buffer.from(html) : compressed(html, encoding))
  const encoded = encoding === 'plain' ? {} : { 'content-encoding': encoding }
  return { status: 200, headers: { ...headers, ...encoded, 'content-length': String(body.byteLength) }, body }
}

const compressed = (html: string, encoding: 'br' | 'gzip') =>
  encoding === 'br' ? brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : gzipSync(html)

const keyOf = (path: string, header: Header) => `${languageFrom(header) ?? ''} ${path}`
