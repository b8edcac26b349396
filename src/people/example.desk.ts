import type { Db } from '#database'
import { say } from '#platform/text'
import { countExamples } from './example.data.ts'
import { paths } from './people.paths.ts'

/** Tells the owner that invented people are here still. */
export async function examplesDesk(db: Db, { person }: { person: { isOwner: boolean } }) {
  const count = person.isOwner ? await countExamples(db) : 0
  if (count === 0) return []
  const sentence = say('{{count}} invented people are here. Remove them before you send to real ones')
  return [{ kind: 'waits' as const, href: paths.examplesRemoval, sentence, values: { count } }]
}
