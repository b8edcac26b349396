import type { VNode } from 'preact'
import { defaultAccent, renderPage, renderPart } from '#platform/html'
import type { Language } from '#platform/text'
import type { Here, Keep, RequestContext } from './environment.ts'

type Finish = (html: string, options: { status: number; keep: Keep | undefined }) => Response

/** Renders a room's page with what every page knows of its reader. */
export function pageMaker(c: RequestContext, finish: Finish) {
  return (node: VNode, options: number | { status?: number; keep?: Keep } = 200): Response => {
    const { status = 200, keep } = typeof options === 'number' ? { status: options } : options
    return finish(renderPage(node, contextOf(c)), { status, keep })
  }
}

/** A part that is told to many: nothing of whoever asks is in it. */
export const partMaker = (c: RequestContext) => (node: VNode) => renderPart(node, { ...contextOf(c), person: null, timeZone: null })

function contextOf(c: RequestContext) {
  const { network, person, language, now, config } = c.var
  const url = new URL(c.req.url)
  return {
    language,
    path: url.pathname + url.search,
    origin: config.baseUrl,
    network: { ...network, tagline: taglineFor(network, language), themeHref: themeOf(network) },
    person,
    timeZone: person?.timeZone ?? null,
    now,
  }
}

/** The one sentence of the community, in the reader's language where it was written. */
const taglineFor = (network: Pick<Here, 'tagline' | 'taglineEs'>, language: Language) =>
  (language === 'es' ? network.taglineEs || network.tagline : network.tagline || network.taglineEs) || ''

/** The house's own accent stands in the styles already: one request less before the first page is seen. */
const themeOf = ({ accent }: Here) => (accent === defaultAccent ? null : `/theme.css?accent=${accent.slice(1)}`)
