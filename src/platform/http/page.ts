import type { VNode } from 'preact'
import { renderPage } from '#platform/html'
import type { Keep, RequestContext } from './environment.ts'

type Finish = (html: string, options: { status: number; keep: Keep | undefined }) => Response

/** Renders a room's page with what every page knows of its reader. */
export function pageMaker(c: RequestContext, finish: Finish) {
  return (node: VNode, options: number | { status?: number; keep?: Keep } = 200): Response => {
    const { status = 200, keep } = typeof options === 'number' ? { status: options } : options
    return finish(renderPage(node, contextOf(c)), { status, keep })
  }
}

function contextOf(c: RequestContext) {
  const { network, person, language, now, config } = c.var
  const url = new URL(c.req.url)
  return {
    language,
    path: url.pathname + url.search,
    origin: config.baseUrl,
    network: { ...network, themeHref: `/theme.css?accent=${network.accent.slice(1)}` },
    person,
    timeZone: person?.timeZone ?? null,
    now,
  }
}
