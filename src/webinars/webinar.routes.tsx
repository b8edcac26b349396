import { anyone, languageAsked, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { findWebinar, listWebinars, type WebinarReader } from './webinar.data.ts'
import { WebinarPage, WebinarsPage } from './webinar.pages.tsx'

const keep = { tables: ['webinar', 'webinar_text', 'network'] }
const pageSize = 50

/** The archive to read. */
export const webinarRoutes = newRoutes()
  .get('/webinars', anyone, async (c) => {
    const page = pageAsked(c)
    const { webinars, inAll } = await listWebinars(c.var.db, readerOf(c), { limit: pageSize, offset: (page - 1) * pageSize })
    if (page > 1 && webinars.length === 0) notFound()
    return c.var.page(<WebinarsPage webinars={webinars} page={page} pages={pagesFor(inAll, pageSize)} />, { keep })
  })
  .get('/webinars/:slug', anyone, async (c) => {
    const webinar = (await findWebinar(c.var.db, readerOf(c), c.req.param('slug'))) ?? notFound()
    return c.var.page(<WebinarPage webinar={webinar} />, { keep })
  })

/** Stewards see drafts too. */
export function readerOf(c: Asked): WebinarReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
