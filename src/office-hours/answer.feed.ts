import type { Here } from '#platform/http'
import { atomFeed, markdown, wordsFor, type AtomEntry, type Language } from '#platform/text'
import type { Answer } from './answer.data.ts'
import { paths } from './office-hours.paths.ts'

/** A published answer as an entry of a feed. */
const answerEntry = ({ id, slug, title, summary, asked, body, language, editedAt, ...answer }: Answer): AtomEntry => {
  const publishedAt = answer.publishedAt ?? answer.begunAt
  return {
    id: `urn:uuid:${id}`,
    title,
    href: paths.answer(slug),
    publishedAt,
    updatedAt: Temporal.Instant.compare(editedAt, publishedAt) > 0 ? editedAt : publishedAt,
    summary,
    html: markdown(asked ? `${asked}\n\n---\n\n${body}` : body),
    author: '',
    language,
  }
}

export function answersFeed(
  answers: Answer[],
  { network, origin, language }: { network: Here; origin: string; language: Language },
): string {
  const t = wordsFor(language)
  return atomFeed({
    title: t('Answers of {{name}}', { name: network.name }),
    subtitle: t('What people asked at office hours, and what helped.'),
    origin,
    self: paths.answersFeed(language),
    page: paths.answers,
    language,
    author: network.name,
    updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    entries: answers.map(answerEntry),
  })
}
