import type { Here } from '#platform/http'
import { atomFeed, markdown, wordsFor, type AtomEntry, type Language } from '#platform/text'
import type { Tip } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** A published tip as an entry of a feed. */
export const tipEntry = (tip: Tip): AtomEntry => ({
  id: `urn:uuid:${tip.id}`,
  title: tip.title,
  href: paths.tip(tip.slug),
  publishedAt: tip.publishedAt ?? tip.begunAt,
  updatedAt: Temporal.Instant.compare(tip.editedAt, tip.publishedAt ?? tip.begunAt) > 0 ? tip.editedAt : (tip.publishedAt ?? tip.begunAt),
  summary: tip.summary,
  html: markdown(tip.body),
  author: tip.author,
  language: tip.language,
})

export function tipsFeed(tips: Tip[], { network, origin, language }: { network: Here; origin: string; language: Language }): string {
  const t = wordsFor(language)
  return atomFeed({
    title: t('Tips of {{name}}', { name: network.name }),
    subtitle: t('Ten minutes of practical help each, with something to try this week.'),
    origin,
    self: paths.tipsFeed(language),
    page: paths.tips,
    language,
    author: network.name,
    updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    entries: tips.map(tipEntry),
  })
}
