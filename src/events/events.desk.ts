import type { Db } from '#database'
import { say } from '#platform/text'
import { countEventDrafts } from './event-list.data.ts'
import { eventPaths } from './events.paths.ts'

/** Events at the desk: drafts wait, a new one can be begun, and the list is looked after. */
export async function eventsDesk(db: Db, { network }: { network: { id: string } }) {
  const drafts = await countEventDrafts(db, network.id)
  const begin = { kind: 'begin' as const, href: eventPaths.newEvent, sentence: say('Plan an event') }
  const keep = { kind: 'keep' as const, href: eventPaths.events, sentence: say('Events and who is coming') }
  return [
    begin,
    keep,
    ...(drafts > 0
      ? [{ kind: 'waits' as const, href: eventPaths.events, sentence: say('{{count}} events are drafts'), values: { count: drafts } }]
      : []),
  ]
}
