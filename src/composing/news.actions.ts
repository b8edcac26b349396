import type { Db } from '#database'
import type { Language } from '#platform/text'
import { findLastPublished } from '#editions'
import type { News, NewsSource } from './news.rules.ts'

type Asking = { networkId: string; language: Language }

/** What readers have not had yet: everything published since the last edition, and what is coming up. */
export async function whatIsNew(db: Db, sources: NewsSource[], asking: Asking, now: Temporal.Instant): Promise<News> {
  const since = (await findLastPublished(db, asking.networkId))?.publishedAt ?? undefined
  return Promise.all(sources.map(async ({ name, list }) => ({ name, items: await list(db, asking, { since, now }) })))
}
