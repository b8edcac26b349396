import type { Db } from '#database'
import { say } from '#platform/text'
import { countWebinarDrafts } from './webinar.data.ts'
import { paths } from './webinars.paths.ts'

/** What waits for stewards in the archive: drafts. */
export async function webinarsDesk(db: Db, network: { id: string }) {
  const drafts = await countWebinarDrafts(db, network.id)
  return drafts === 0 ? [] : [{ href: paths.webinars, sentence: say('{{count}} webinars are drafts'), values: { count: drafts } }]
}
