import { answerXml, anyone, newRoutes } from '#platform/http'
import { xmlText } from '#platform/text'
import { listPublicPages } from './sitemap.data.ts'

/** Where programs that read the web need not go: desks, what is somebody's own, and links made for one person. */
const closed = [
  '/admin',
  '/me/',
  '/me$',
  '/outbox',
  '/sign-in',
  '/join/',
  '/preferences',
  '/unsubscribe',
  '/interest/',
  '/rsvp/',
  '/health',
  '/metrics',
]

export const robotsRoutes = newRoutes()
  .get('/robots.txt', anyone, (c) =>
    c.text(
      ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${c.var.config.baseUrl}/sitemap.xml`, ''].join('\n'),
      200,
      {
        'cache-control': 'public, max-age=3600',
      },
    ),
  )
  .get('/sitemap.xml', anyone, async (c) => {
    const pages = await listPublicPages(c.var.db, c.var.network.id)
    const urls = pages.map(({ path, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.round('second').toString()}</lastmod>` : ''
      return `<url><loc>${xmlText(c.var.config.baseUrl + path)}</loc>${changed}</url>`
    })
    const xml = [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...urls,
      '</urlset>',
      '',
    ].join('\n')
    return answerXml(c, xml, 'application/xml')
  })
