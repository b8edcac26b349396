import { listRoutes } from '#platform/http'
import type { Browser, Page } from './browser.ts'

export type Opened = Page & { path: string }

/** Opens every page of ours that can be reached by links from the front page and the given ones, as often as needed, at most `most`. */
export const openEveryPage = (browser: Browser, from: string[] = ['/'], most = 400): Promise<Opened[]> =>
  open(browser, from, most, () => true)

/** Opens some pages of every kind that can be reached by links: pages of one route are alike, with a query and without. */
export async function openEveryKind(site: Parameters<typeof listRoutes>[0], browser: Browser, each = 3): Promise<Opened[]> {
  const kindOf = kindsOf(site)
  const opened = new Map<string, number>()
  return open(browser, ['/'], Infinity, (path) => {
    const kind = kindOf(path) + (path.includes('?') ? '?' : '')
    const before = opened.get(kind) ?? 0
    opened.set(kind, before + 1)
    return before < each
  })
}

/** What tells of an address which route answers it. */
function kindsOf(site: Parameters<typeof listRoutes>[0]): (path: string) => string {
  const patterns = listRoutes(site)
    .filter(({ method }) => method === 'GET')
    // What is spelled out goes before what may be anything.
    .toSorted((one, other) => one.path.split(':').length - other.path.split(':').length)
    .map(({ path }) => ({ path, shape: new RegExp(`^${path.replace(/[.]/g, String.raw`\.`).replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`) }))
  return (path) => patterns.find(({ shape }) => shape.test(path.split('?')[0] ?? ''))?.path ?? path
}

async function open(browser: Browser, from: string[], most: number, isWanted: (path: string) => boolean): Promise<Opened[]> {
  const opened = new Map<string, Opened>()
  const seen = new Set(from)
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && opened.size < most; path = waiting.shift()) {
    if (!isWanted(path)) continue
    const page = await browser.request('GET', path)
    opened.set(path, { ...page, path })
    for (const link of linksOf(page)) {
      if (!seen.has(link)) waiting.push(link)
      seen.add(link)
    }
  }
  return [...opened.values()]
}

function linksOf({ html, headers, location }: Page): string[] {
  if (location?.startsWith('/')) return [location]
  if (!headers.get('content-type')?.startsWith('text/html')) return []
  const links = [...html.matchAll(/<(?:a|iframe)\b[^>]*?\b(?:href|src)="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  )
  return links.filter((href) => href.startsWith('/') && !href.startsWith('//'))
}
