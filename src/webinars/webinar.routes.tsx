import { answerXml, anyone, languageAsked, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { oneLine } from '#platform/text'
import { narrowingAsked, relatedTables } from '#topics'
import { listKeptFiles, listNewestWebinars, listTheseWebinars, listWebinars, type WebinarReader } from './webinar.data.ts'
import { webinarsFeed } from './webinar.feed.ts'
import { countParts } from './webinar-narrow.data.ts'
import { findWebinarsAbout } from './webinar-search.data.ts'
import { WebinarsPage, type Archive } from './webinars.pages.tsx'
import type { Narrowed } from './webinars.paths.ts'

/** What a webinar's page is made of here. */
export const webinarPageTables = ['webinar', 'webinar_text', 'webinar_speaker', 'speaker', ...relatedTables, 'network']
const keep = { tables: [...webinarPageTables, 'recording', 'slide_deck', 'transcript'] }
const pageSize = 50
const searchSize = 10

/** The archive to read, and to search in what was said; its feed. */
export const webinarRoutes = newRoutes()
  .get('/webinars', anyone, async (c) => {
    const narrowed = narrowedTo(c)
    const at = pageAsked(c)
    const [archive, parts] = await Promise.all([
      narrowed.asked ? search(c, narrowed, at) : browse(c, narrowed, at),
      countParts(c.var.db, readerOf(c)),
    ])
    if (at > 1 && archive.webinars.length === 0) notFound()
    // What is asked for at will would only crowd what is kept.
    const isKept = narrowed.asked === '' && archive.webinars.length > 0
    return c.var.page(<WebinarsPage {...{ ...archive, narrowed, parts, page: at }} />, isKept ? { keep } : 200)
  })
  .get('/webinars/feed.xml', anyone, async (c) => {
    const { db, network, config } = c.var
    const reader = { networkId: network.id, language: languageAsked(c) }
    const webinars = await listNewestWebinars(db, reader, 30)
    const files = await listKeptFiles(
      db,
      webinars.map(({ id }) => id),
    )
    const feed = { network, origin: config.baseUrl, language: reader.language }
    return answerXml(c, webinarsFeed(webinars, files, feed), 'application/atom+xml')
  })

const narrowedTo = (c: Asked): Narrowed => ({
  asked: oneLine(c.req.query('q') ?? '').slice(0, 200),
  year: yearAsked(c),
  speaker: /^[a-z0-9-]{1,90}$/.exec(c.req.query('speaker') ?? '')?.[0] ?? null,
  ...narrowingAsked(c),
})

async function browse(c: Asked, narrowed: Narrowed, page: number): Promise<Archive> {
  const { webinars, inAll } = await listWebinars(c.var.db, readerOf(c), { narrowed, limit: pageSize, offset: (page - 1) * pageSize })
  return { webinars: webinars.map((webinar) => ({ webinar, hits: [], slides: [] })), inAll, pages: pagesFor(inAll, pageSize) }
}

async function search(c: Asked, narrowed: Narrowed, page: number): Promise<Archive> {
  const found = await findWebinarsAbout(c.var.db, readerOf(c), { narrowed, limit: searchSize, offset: (page - 1) * searchSize })
  const theirs = await listTheseWebinars(
    c.var.db,
    readerOf(c),
    found.map(({ id }) => id),
  )
  const webinars = found.flatMap(({ id, hits, slides }) => {
    const webinar = theirs.get(id)
    return webinar ? [{ webinar, hits, slides }] : []
  })
  const inAll = found[0]?.inAll ?? 0
  return { webinars, inAll, pages: pagesFor(inAll, searchSize) }
}

const yearAsked = (c: Asked): number | null => (/^(?:19|20|21)\d\d$/.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : null)

/** Stewards see drafts too. */
export function readerOf(c: Asked): WebinarReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
