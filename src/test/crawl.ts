import type { Browser, Page } from './browser.ts'

export type Opened = Page & { path: string }

/** Opens every page of ours that can be reached by links from the front page and the given ones, as often as needed, at most `most`. */
export async function openEveryPage(browser: Browser, from: string[] = ['/'], most = 400): Promise<Opened[]> {
  const opened = new Map<string, Opened>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && opened.size < most; path = waiting.shift()) {
    if (opened.has(path)) continue
    const page = await browser.request('GET', path)
    opened.set(path, { ...page, path })
    waiting.push(...linksOf(page).filter((link) => !opened.has(link)))
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
