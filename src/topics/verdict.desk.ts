import type { Db } from '#database'
import { say } from '#platform/text'
import { paths } from './topics.paths.ts'
import { countSuggestions } from './verdict.data.ts'

/** What readers say of tips and steps, at the desk. */
export async function verdictsDesk(db: Db, { network }: { network: { id: string } }) {
  const count = await countSuggestions(db, network.id)
  const keep = { kind: 'keep' as const, href: paths.verdicts, sentence: say('What helps: what readers say of tips and steps') }
  const waits = {
    kind: 'waits' as const,
    href: paths.verdicts,
    sentence: say('{{count}} suggestions for tips and steps'),
    values: { count },
  }
  return count === 0 ? [keep] : [waits, keep]
}
