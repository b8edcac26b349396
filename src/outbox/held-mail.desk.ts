import type { Config } from '#config'
import type { Db } from '#database'
import { findHold, findPlace } from '#platform/delivery'
import { say } from '#platform/text'
import { paths } from './outbox.paths.ts'

/** Mail that is held, since this looks like a copy: the first thing to know. */
export async function heldMailDesk(db: Db, { config }: { config: Config }) {
  const hold = await findHold(db, () => findPlace(db, config))
  if (!hold) return []
  const sentence = hold.reason === 'quiet' ? say('This is a copy: it sends no mail') : say('Mail is held: this looks like a copy')
  return [{ kind: 'waits' as const, href: paths.heldMail, sentence }]
}
