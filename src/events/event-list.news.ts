import type { NewsSource } from '#composing'
import { say } from '#platform/text'
import { listUpcomingEvents } from './event-list.data.ts'

/** What is coming up, whether readers of the monthly update have heard of it or not: the nearest first. */
export const eventNews: NewsSource = {
  name: say('Coming events'),
  list: async (db, reader, { now }) =>
    (await listUpcomingEvents(db, reader, now, 5)).map(({ slug, title }) => ({
      key: `event-${slug}`,
      title,
      block: { type: 'events', slug },
    })),
}
