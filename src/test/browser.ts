import type { Hono } from 'hono'
import type { Environment } from '#platform/http'

export type Page = {
  status: number
  html: string
  /** What came, of a file. */ bytes: Uint8Array
  headers: Headers
  location: string | null
}
export type FormFields = Record<string, string | string[] | File>

/** A browser without script: it keeps cookies, follows the redirect after a form, and shows HTML. */
export type Browser = {
  /** The page's HTML, after redirects. */
  get: (path: string) => Promise<string>
  /** Sends a form as this site's own page would, follows the redirect, and gives the HTML that the person then sees. */
  post: (path: string, fields?: FormFields) => Promise<string>
  /** One request, no redirect followed: for status, headers, and what strangers try. */
  request: (
    method: string,
    path: string,
    options?: { fields?: FormFields; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
  ) => Promise<Page>
}

export function newBrowser(site: Hono<Environment>, origin: string, cookies: Record<string, string> = {}): Browser {
  const jar = new Map(Object.entries(cookies))

  async function request(method: string, path: string, options: Parameters<Browser['request']>[2] = {}): Promise<Page> {
    const headers = headersOf(method, { cookie: cookieLine(jar), origin, ...options.headers })
    const body = options.body ?? (options.fields ? bodyOf(options.fields) : null)
    const response = await site.request(new URL(path, origin).href, { method, headers, body })
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const { status, headers: answered } = response
    return { status, html: new TextDecoder().decode(bytes), bytes, headers: answered, location: answered.get('location') }
  }
  async function follow(page: Page, left = 5): Promise<Page> {
    return page.location && left > 0 ? follow(await request('GET', page.location), left - 1) : page
  }
  return {
    request,
    get: async (path) => (await follow(await request('GET', path))).html,
    post: async (path, fields = {}) => (await follow(await request('POST', path, { fields }))).html,
  }
}

const cookieLine = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

/** A form carries its page's origin, as browsers send it; a link carries none. An empty header is not sent. */
function headersOf(method: string, given: Record<string, string>): Headers {
  const sent = Object.entries(given).filter(([name, value]) => value !== '' && (name !== 'origin' || method === 'POST'))
  return new Headers(sent.map(([name, value]): [string, string] => [name, value]))
}

function bodyOf(fields: FormFields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const],
  )
  const body = entries.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of entries) (body as FormData).append(name, value)
  return body
}

function keepCookie(jar: Map<string, string>, line: string) {
  const pair = line.split(';')[0] ?? ''
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
  else jar.set(name, value)
}
