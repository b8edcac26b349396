import type { NewsSource } from '#composing'
import { say } from '#platform/text'
import { listNewestWebinars } from './webinar.data.ts'

/** Recordings that readers of the monthly update have not had yet. */
export const recordingNews: NewsSource = {
  name: say('Recordings'),
  list: async (db, reader, { since }) =>
    (await listNewestWebinars(db, reader, 10, since)).map(({ slug, title }) => ({
      key: `recording-${slug}`,
      title,
      block: { type: 'recording', slug },
    })),
}
