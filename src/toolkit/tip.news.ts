import type { NewsSource } from '#composing'
import { say } from '#platform/text'
import { listNewestTips } from './tip.data.ts'

/** Tips that readers of the monthly update have not had yet. */
export const tipNews: NewsSource = {
  name: say('Tips'),
  list: async (db, reader, { since }) =>
    (await listNewestTips(db, reader, 10, since)).map(({ slug, title }) => ({ key: `tip-${slug}`, title, block: { type: 'tips', slug } })),
}
