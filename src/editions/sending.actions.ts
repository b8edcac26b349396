import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { findListById, listHeaderTemplates, readersOf, shownIn } from '#mailing'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { languages, type Language } from '#platform/text'
import { personalKindsIn, type Letters } from '#letters'
import { saveContentOfEdition } from './content.data.ts'
import { watchSending } from './delivery.actions.ts'
import { lockEdition, updateEdition, type Edition } from './edition.data.ts'
import { isTooLate, mayEdit, toMend } from './edition.rules.ts'
import { paths } from './editions.paths.ts'
import { writeLetters } from './letter.actions.ts'
import { renderLetters, type Setting } from './rendering.actions.ts'

/**
 * Writes the edition for good and queues it to every reader of its list, all or nothing. Nothing happens when it was
 * sent before, was taken back, or is hours too late: then a steward decides.
 */
export function beginSending(db: Db, config: Config, editionId: string, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const [edition, network] = [await lockEdition(tx, { id: editionId }), await findRootNetwork(tx)]
    if (!edition || !network || !isDue(edition, now) || toMend(edition).length > 0) return
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

type SendSetting = Setting & { config: Config }
type Where = { network: Here; config: Config; now: Temporal.Instant }

/** Where an edition is sent from, and to which list. */
export async function settingOf(db: Db, edition: Edition, { network, config }: Omit<Where, 'now'>): Promise<SendSetting> {
  const list = await findListById(db, edition.networkId, edition.listId)
  if (!list) throw new Error('The list of this edition is gone.')
  return { network, config, list, slug: edition.slug }
}

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

/** Which pieces of it differ from reader to reader; the mail engine asks for them a batch at a time. */
export const personalIn = ({ html }: { html: string }, { baseUrl }: Pick<Config, 'baseUrl'>) => ({
  personal: personalKindsIn(html),
  baseUrl,
})

/** What the mail engine is told of an edition in one language, but for its words. */
export const contentFor = ({ network, config, list }: SendSetting, language: Language) => ({
  networkId: network.id,
  kind: 'edition',
  language,
  headers: listHeaderTemplates({ config, list: shownIn(list, language), archivePath: paths.updates }),
})
