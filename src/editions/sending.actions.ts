import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { readersOf } from '#mailing'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { languages } from '#platform/text'
import type { Letters } from '#letters'
import { saveContentOfEdition } from './content.data.ts'
import { watchSending } from './delivery.actions.ts'
import { lockEdition, updateEdition, type Edition } from './edition.data.ts'
import { isTooLate, mayEdit, toMend } from './edition.rules.ts'
import { writeLetters } from './letter.actions.ts'
import { renderLetters } from './rendering.actions.ts'
import { contentFor, personalIn, settingOf } from './sending.setting.ts'
import { isHeldBack } from './departure.actions.ts'

/**
 * Writes the edition for good and queues it to every reader of its list, all or nothing. Nothing happens when it was
 * sent before, was taken back, or is hours too late: then a steward decides.
 */
export function beginSending(db: Db, config: Config, editionId: string, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const [edition, network] = [await lockEdition(tx, { id: editionId }), await findRootNetwork(tx)]
    if (!edition || !network || !isDue(edition, now) || toMend(edition).length > 0) return
    if (await isHeldBack(tx, { edition, network, config, now })) return
    const letters = await writeLetters(tx, edition.networkId, edition, now)
    const publishedAt = edition.publishedAt ?? now
    await updateEdition(tx, edition.id, { letters, publishedAt, sendingBeganAt: now })
    await queueEdition(tx, edition, letters, { network, config, now })
    await watchSending(tx, editionId, now)
  })
}

const isDue = (edition: Edition, now: Temporal.Instant) =>
  mayEdit(edition) &&
  edition.scheduledFor !== null &&
  Temporal.Instant.compare(edition.scheduledFor, now) <= 0 &&
  !isTooLate(edition.scheduledFor, now)

type Where = { network: Here; config: Config; now: Temporal.Instant }

async function queueEdition(tx: Tx, edition: Edition, letters: Letters, { network, config, now }: Where) {
  const setting = await settingOf(tx, edition, { network, config })
  const rendered = await renderLetters(letters, setting)
  for (const language of languages) {
    const content = { ...contentFor(setting, language), ...rendered[language], onceKey: `edition:${edition.id}:${language}` }
    const readers = readersOf(tx, { listId: edition.listId, language, usual: network.language })
    const { contentId } = await queueBulk(tx, content, readers, now)
    await saveContentOfEdition(tx, { contentId, editionId: edition.id, isTest: false, ...personalIn(content, config) })
  }
}
