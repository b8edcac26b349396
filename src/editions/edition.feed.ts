import type { Here } from '#platform/http'
import { atomFeed, wordsFor, type AtomEntry, type Language } from '#platform/text'
import { fillGeneral, letterHtml } from '#letters'
import type { Edition } from './edition.data.ts'
import { paths } from './editions.paths.ts'

/** A published edition as an entry of a feed. */
export function editionEntries(edition: Edition, language: Language): AtomEntry[] {
  const { id, slug, letters, publishedAt, changedAt } = edition
  if (!letters || !publishedAt) return []
  const letter = letters[language]
  const updatedAt = Temporal.Instant.compare(changedAt, publishedAt) > 0 ? changedAt : publishedAt
  const words = {
    title: fillGeneral(letter.subject, language),
    summary: fillGeneral(letter.preheader, language),
    html: fillGeneral(letterHtml(letter, language), language),
  }
  return [{ id: `urn:uuid:${id}`, href: paths.edition(slug), publishedAt, updatedAt, language: letter.language, ...words }]
}

export function updatesFeed(
  editions: Edition[],
  { network, origin, language }: { network: Here; origin: string; language: Language },
): string {
  const t = wordsFor(language)
  return atomFeed({
    title: t('Updates of {{name}}', { name: network.name }),
    origin,
    self: paths.feed(language),
    page: paths.updates,
    language,
    author: network.name,
    updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    entries: editions.flatMap((edition) => editionEntries(edition, language)),
  })
}
