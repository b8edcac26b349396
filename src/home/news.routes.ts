import { answerXml, anyone, languageAsked, newRoutes, type Asked } from '#platform/http'
import { atomFeed, wordsFor, type AtomEntry, type Language } from '#platform/text'
import { listNewestTips, tipEntry } from '#toolkit'
import { listNewestWebinars, webinarEntry } from '#webinars'

type Reader = { networkId: string; language: Language }
const most = 40

/** Everything new in one feed: tips, webinars, updates, events. */
export const newsRoutes = newRoutes().get('/feed.xml', anyone, async (c) => {
  const { network, config } = c.var
  const language = languageAsked(c)
  const t = wordsFor(language)
  const entries = (await entriesFor(c, { networkId: network.id, language })).toSorted(newestFirst).slice(0, most)
  const xml = atomFeed({
    title: t('News of {{name}}', { name: network.name }),
    subtitle: network.tagline,
    origin: config.baseUrl,
    self: `/feed.xml?language=${language}`,
    page: '/',
    language,
    author: network.name,
    updatedAt: beginning,
    entries,
  })
  return answerXml(c, xml, 'application/atom+xml')
})

const beginning = Temporal.Instant.from('2026-01-01T00:00:00Z')

async function entriesFor(c: Asked, reader: Reader): Promise<AtomEntry[]> {
  const [tips, webinars] = await Promise.all([listNewestTips(c.var.db, reader, most), listNewestWebinars(c.var.db, reader, most)])
  return [...tips.map(tipEntry), ...webinars.map(webinarEntry)]
}

const newestFirst = (one: AtomEntry, other: AtomEntry) => Temporal.Instant.compare(other.publishedAt, one.publishedAt)
