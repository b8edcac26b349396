import type { Db } from '#database'
import { say } from '#platform/text'
import { countWebinarDrafts } from './webinar.data.ts'
import { paths } from './webinars.paths.ts'

/** The archive at the desk: drafts wait, and a new entry can be begun. */
export async function webinarsDesk(db: Db, { network }: { network: { id: string } }) {
  const drafts = await countWebinarDrafts(db, network.id)
  const begin = { kind: 'begin' as const, href: paths.newWebinar, sentence: say('Add a webinar') }
  return drafts === 0
    ? [begin]
    : [begin, { kind: 'waits' as const, href: paths.webinars, sentence: say('{{count}} webinars are drafts'), values: { count: drafts } }]
}
