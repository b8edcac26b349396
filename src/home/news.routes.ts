import { editionEntries, listPublished } from '#editions'
import { eventPaths, listUpcomingEvents, type EventBrief } from '#events'
import { answerXml, anyone, languageAsked, newRoutes, type Asked } from '#platform/http'
import { atomFeed, wordsFor, type AtomEntry, type Language } from '#platform/text'
import { formatWhen } from '#platform/time'
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

async function entriesFor({ var: { db, now } }: Asked, reader: Reader): Promise<AtomEntry[]> {
  const [editions, tips, webinars, events] = await Promise.all([
    listPublished(db, reader.networkId, most),
    listNewestTips(db, reader, most),
    listNewestWebinars(db, reader, most),
    listUpcomingEvents(db, reader, now, most),
  ])
  const updates = editions.flatMap((edition) => editionEntries(edition, reader.language))
  return [...updates, ...tips.map(tipEntry), ...webinars.map(webinarEntry), ...events.map(eventEntry)]
}

/** An event to come; its call details are nobody's but those who come. */
const eventEntry = (event: EventBrief): AtomEntry => ({
  id: `urn:uuid:${event.id}`,
  title: event.title,
  href: eventPaths.event(event.slug),
  publishedAt: event.publishedAt ?? event.changedAt,
  updatedAt: event.changedAt,
  summary: event.startsAt ? `${formatWhen({ ...event, startsAt: event.startsAt }, event.language)}. ${event.summary}` : event.summary,
  language: event.language,
})

const newestFirst = (one: AtomEntry, other: AtomEntry) => Temporal.Instant.compare(other.publishedAt, one.publishedAt)
