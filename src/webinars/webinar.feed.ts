import { markdown, type AtomEntry } from '#platform/text'
import type { Webinar } from './webinar.data.ts'
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
