import { listOpenLists, shownIn } from '#mailing'
import { anyone, newRoutes, notFound, type RequestContext } from '#platform/http'
import { EmbedPage } from './embed.pages.tsx'
import { embedSnippet } from './embed-snippet.ts'

/** The preview shows what another site's page would: nothing of ours, in a frame of our own page. */
const previewPolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"

export const embedRoutes = newRoutes()
  .get('/join/embed', anyone, async (c) =>
    c.var.page(<EmbedPage snippet={await snippetFor(c)} />, { keep: { tables: ['list', 'network'] } }),
  )
  .get('/join/embed/preview', anyone, async (c) => {
    const { language, t } = c.var
    const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${t('Join the mailing list')}</title></head><body>${await snippetFor(c)}</body></html>`
    return c.html(html, 200, { 'content-security-policy': previewPolicy, 'x-robots-tag': 'noindex' })
  })

async function snippetFor(c: RequestContext) {
  const { db, network, config, language } = c.var
  const [first] = await listOpenLists(db, network.id)
  return embedSnippet({ baseUrl: config.baseUrl, list: shownIn(first ?? notFound(), language), language })
}
