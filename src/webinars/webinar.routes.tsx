import { anyone, languageAsked, newRoutes, notFound, type Asked } from '#platform/http'
import { findWebinar, listWebinars, type WebinarReader } from './webinar.data.ts'
import { WebinarPage, WebinarsPage } from './webinar.pages.tsx'

const keep = { tables: ['webinar', 'webinar_text', 'network'] }

/** The archive to read. */
export const webinarRoutes = newRoutes()
  .get('/webinars', anyone, async (c) => c.var.page(<WebinarsPage webinars={await listWebinars(c.var.db, readerOf(c))} />, { keep }))
  .get('/webinars/:slug', anyone, async (c) => {
    const webinar = (await findWebinar(c.var.db, readerOf(c), c.req.param('slug'))) ?? notFound()
    return c.var.page(<WebinarPage webinar={webinar} />, { keep })
  })

/** Stewards see drafts too. */
export function readerOf(c: Asked): WebinarReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
