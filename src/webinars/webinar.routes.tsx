import { anyone, languageAsked, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { oneLine } from '#platform/text'
import { listTheseWebinars, listWebinars, type WebinarReader } from './webinar.data.ts'
import { findWebinarsAbout, listYears } from './webinar-search.data.ts'
import { WebinarsPage, type Archive } from './webinars.pages.tsx'
import type { Narrowed } from './webinars.paths.ts'

/** What a webinar's page is made of here. */
export const webinarPageTables = ['webinar', 'webinar_text', 'webinar_speaker', 'speaker', 'network']
const keep = { tables: [...webinarPageTables, 'recording', 'slide_deck', 'transcript'] }
const pageSize = 50
const searchSize = 10

/** The archive to read, and to search in what was said. */
export const webinarRoutes = newRoutes().get('/webinars', anyone, async (c) => {
  const { db, page } = c.var
  const reader = readerOf(c)
  const narrowed = { asked: oneLine(c.req.query('q') ?? '').slice(0, 200), year: yearAsked(c) }
  const at = pageAsked(c)
  const [archive, years] = await Promise.all([narrowed.asked ? search(c, narrowed, at) : browse(c, narrowed, at), listYears(db, reader)])
  if (at > 1 && archive.webinars.length === 0) notFound()
  const isPlain = narrowed.asked === '' && (narrowed.year === null || years.includes(narrowed.year))
  return page(<WebinarsPage {...{ ...archive, narrowed, years, page: at }} />, isPlain ? { keep } : 200)
})

async function browse(c: Asked, { year }: Narrowed, page: number): Promise<Archive> {
  const { webinars, inAll } = await listWebinars(c.var.db, readerOf(c), { year, limit: pageSize, offset: (page - 1) * pageSize })
  return { webinars: webinars.map((webinar) => ({ webinar, hits: [] })), inAll, pages: pagesFor(inAll, pageSize) }
}

async function search(c: Asked, narrowed: Narrowed, page: number): Promise<Archive> {
  const found = await findWebinarsAbout(c.var.db, readerOf(c), { ...narrowed, limit: searchSize, offset: (page - 1) * searchSize })
  const theirs = await listTheseWebinars(
    c.var.db,
    readerOf(c),
    found.map(({ id }) => id),
  )
  const webinars = found.flatMap(({ id, hits }) => {
    const webinar = theirs.get(id)
    return webinar ? [{ webinar, hits }] : []
  })
  const inAll = found[0]?.inAll ?? 0
  return { webinars, inAll, pages: pagesFor(inAll, searchSize) }
}

const yearAsked = (c: Asked): number | null => (/^(?:19|20|21)\d\d$/.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : null)

/** Stewards see drafts too. */
export function readerOf(c: Asked): WebinarReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
