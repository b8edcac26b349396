import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { compileMjml, letterMjml, letterText } from '#letters'
import { listHeaderTemplates } from '#mailing'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { digestFrame, digestLetter, digestName } from './digest-letter.ts'
import { listEditions, listShares, readersOfShare, saveDigest, saveDigestContent, type Share } from './digest.data.ts'
import { monthBefore, type Month } from './digest.rules.ts'

/**
 * Sends everybody who wants one mail a month what their lists sent in the month that is over: all of it or nothing, and
 * once, however often it is asked.
 */
export function makeDigest(db: Db, config: Config, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const network = await findRootNetwork(tx)
    if (!network) return
    const month = monthBefore(now, network.timeZone)
    const digest = await saveDigest(tx, network.id, month, now)
    if (!digest) return
    const making = { network, config, month, digestId: digest.id, now }
    for (const share of await listShares(tx, whichOf(making))) await queueShare(tx, making, share)
  })
}

type Making = { network: Here; config: Config; month: Month; digestId: string; now: Temporal.Instant }

const whichOf = ({ network, month }: Making) => ({ networkId: network.id, usual: network.language, month })

async function queueShare(tx: Tx, making: Making, share: Share): Promise<void> {
  const { network, config, month, digestId, now } = making
  const { language, editionIds } = share
  const setting = { network, config, language, month: month.day }
  const editions = await listEditions(tx, editionIds)
  const [letter, frame] = [digestLetter(setting, editions), digestFrame(setting, editions)]
  const [html = ''] = await compileMjml([letterMjml(letter, frame)])
  const content = {
    networkId: network.id,
    kind: 'digest',
    onceKey: `digest:${digestId}:${language}:${editionIds.join('+')}`,
    language,
    subject: letter.subject,
    html,
    text: letterText(letter, frame),
    headers: listHeaderTemplates({ config, list: { slug: 'monthly-digest', name: digestName(language) }, archivePath: '/updates' }),
  }
  const { contentId } = await queueBulk(tx, content, readersOfShare(whichOf(making), digestId, share), now)
  await saveDigestContent(tx, { contentId, digestId, editionIds })
}
