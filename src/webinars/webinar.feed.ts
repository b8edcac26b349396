import type { Here } from '#platform/http'
import { atomFeed, markdown, wordsFor, type AtomEntry, type Language } from '#platform/text'
import type { KeptFile, Webinar } from './webinar.data.ts'
import { paths } from './webinars.paths.ts'

/** A published webinar as an entry of a feed. */
export function webinarEntry(webinar: Webinar): AtomEntry {
  const publishedAt = webinar.publishedAt ?? webinar.begunAt
  return {
    id: `urn:uuid:${webinar.id}`,
    title: webinar.title,
    href: paths.webinar(webinar.slug),
    publishedAt,
    updatedAt: Temporal.Instant.compare(webinar.editedAt, publishedAt) > 0 ? webinar.editedAt : publishedAt,
    summary: webinar.summary,
    html: markdown(webinar.body),
    author: webinar.speakers,
    language: webinar.language,
  }
}

type Feed = { network: Here; origin: string; language: Language }

/** The archive as a feed; recordings that are kept here come with it, for whoever listens on the way. */
export function webinarsFeed(webinars: Webinar[], files: KeptFile[], { network, origin, language }: Feed): string {
  const t = wordsFor(language)
  const fileOf = ({ id, slug }: Webinar) => {
    const file = files.find(({ webinarId }) => webinarId === id)
    return file && { href: paths.recording(slug), type: file.mediaType, bytes: file.bytes }
  }
  return atomFeed({
    title: t('Webinars of {{name}}', { name: network.name }),
    subtitle: t('Past webinars: notes, recordings, slides, and what was said.'),
    origin,
    self: paths.webinarsFeed(language),
    page: paths.webinars,
    language,
    author: network.name,
    updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    entries: webinars.map((webinar) => ({ ...webinarEntry(webinar), enclosure: fileOf(webinar) })),
  })
}
