import type { Config } from '#config'
import { transaction, type Db } from '#database'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { contentFor, onlyReader, personalIn, renderLetters, saveContentOfEdition, settingOf, writeLetters, type Edition } from '#editions'

export type TestMail = { edition: Edition; network: Here; config: Config; personId: string; language: Language }

/** Sends the edition as it stands to one steward alone. Its links are her own and work. */
export function sendTest(db: Db, { edition, network, config, personId, language }: TestMail, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const setting = await settingOf(tx, edition, { network, config })
    const letters = edition.sendingBeganAt && edition.letters ? edition.letters : await writeLetters(tx, network.id, edition, now)
    const { subject, ...parts } = (await renderLetters(letters, setting))[language]
    const t = wordsFor(language)
    const words = { ...parts, subject: t('Test: {{subject}}', { subject }) }
    const content = { ...contentFor(setting, language), ...words, onceKey: `edition-test:${crypto.randomUUID()}` }
    const { contentId } = await queueBulk(tx, content, onlyReader(tx, personId), now)
    await saveContentOfEdition(tx, { contentId, editionId: edition.id, isTest: true, ...personalIn(content, config) })
  })
}
