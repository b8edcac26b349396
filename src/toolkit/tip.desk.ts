import type { Db } from '#database'
import { say } from '#platform/text'
import { countTipDrafts } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** What waits for stewards among the tips: drafts. */
export async function tipsDesk(db: Db, network: { id: string }) {
  const drafts = await countTipDrafts(db, network.id)
  return drafts === 0 ? [] : [{ href: paths.tips, sentence: say('{{count}} tips are drafts'), values: { count: drafts } }]
}
