import type { Db } from '#database'
import { say } from '#platform/text'
import { countTipDrafts } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** Tips at the desk: drafts wait, and a new one can be begun. */
export async function tipsDesk(db: Db, { network }: { network: { id: string } }) {
  const drafts = await countTipDrafts(db, network.id)
  const begin = { kind: 'begin' as const, href: paths.newTip, sentence: say('Write a tip') }
  return drafts === 0
    ? [begin]
    : [begin, { kind: 'waits' as const, href: paths.tips, sentence: say('{{count}} tips are drafts'), values: { count: drafts } }]
}
