import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { languages } from '#platform/text'
import { inLanguage, letterWords, type Letters, type Texts } from '#letters'
import { countedLinks } from '#links'
import {
  contentFor,
  isTooLate,
  lockEdition,
  mayEdit,
  personalIn,
  renderLetters,
  saveContentOfEdition,
  settingOf,
  toMend,
  updateEdition,
  writeLetters,
  type Edition,
  type Variant,
} from '#editions'
import { audienceIn, clockOfReaders, isForNobody, isHeldBack, keepForDigest, segmentOf } from '#preparing'
import { findTrial, inParts, partsFor, startTrial, type Parts } from '#trials'
import { watchSending } from './delivery.actions.ts'
import { tellItWaits } from './late.actions.ts'

/**
 * Writes the edition for good and queues it to every reader of its list, all or nothing. Nothing happens when it was
 * sent before, was taken back, or is for a segment that nobody is in. When it is hours too late, or unfinished, stewards are told
 * and decide.
 */
export function beginSending(db: Db, config: Config, editionId: string, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const [edition, network] = [await lockEdition(tx, { id: editionId }), await findRootNetwork(tx)]
    if (!edition || !network || !isDue(edition, now)) return
    if (mustWait(edition, now)) return tellItWaits(tx, edition, { network, baseUrl: config.baseUrl }, now)
    if (await isHeldBack(tx, { edition, network, config, now })) return
    if (await isForNobody(tx, edition, network)) return
    const letters = await writeLetters(tx, edition.networkId, edition, now)
    const publishedAt = edition.publishedAt ?? now
    await updateEdition(tx, edition.id, { letters, publishedAt, sendingBeganAt: now })
    await queueEdition(tx, edition, letters, { network, config, now })
    await keepForDigest(tx, edition, network)
    await watchSending(tx, editionId, now)
  })
}

const isDue = (edition: Edition, now: Temporal.Instant) =>
  mayEdit(edition) && edition.scheduledFor !== null && Temporal.Instant.compare(edition.scheduledFor, now) <= 0

const mustWait = (edition: Edition, now: Temporal.Instant) =>
  toMend(edition).length > 0 || (edition.scheduledFor !== null && isTooLate(edition.scheduledFor, now))

type Where = { network: Here; config: Config; now: Temporal.Instant }

/** To all readers at once, or with two subjects to a share of them first. Every link that all readers share passes by a counter. */
async function queueEdition(tx: Tx, edition: Edition, letters: Letters, where: Where) {
  const trial = await findTrial(tx, edition.id)
  if (!trial) return queueLetters(tx, edition, letters, where)
  const parts = partsFor(trial.share)
  await queueLetters(tx, edition, letters, { ...where, dealt: { variant: 'a', parts: parts.a } })
  await queueLetters(tx, edition, withSubject(letters, trial.subjectB), { ...where, dealt: { variant: 'b', parts: parts.b } })
  await startTrial(tx, edition.id, trial.hours, where.now)
}

type Dealt = { variant: Variant; parts: Parts }

async function queueLetters(tx: Tx, edition: Edition, letters: Letters, { network, config, now, dealt }: Where & { dealt?: Dealt }) {
  const setting = await settingOf(tx, edition, { network, config })
  const rendered = await renderLetters(letters, setting)
  const segment = await segmentOf(tx, edition)
  if (segment) await updateEdition(tx, edition.id, { sentToSegment: segment.name })
  const { scheduledLocal: local, listId } = edition
  const due = local ? await clockOfReaders(tx, { listId, local, usual: network.timeZone }, now) : undefined
  for (const language of languages) {
    const { keep, html } = countedLinks(rendered[language].html, { network, baseUrl: config.baseUrl })
    const onceKey = `edition:${edition.id}:${language}${dealt ? `:${dealt.variant}` : ''}`
    const content = { ...contentFor(setting, language), ...rendered[language], html, onceKey }
    const all = audienceIn(tx, edition, segment, { network, language })
    const { contentId } = await queueBulk(tx, { ...content, due }, dealt ? inParts(tx, all, edition.id, dealt.parts) : all, now)
    const variant = dealt?.variant ?? null
    await saveContentOfEdition(tx, { contentId, editionId: edition.id, isTest: false, variant, ...personalIn(content, config) })
    await keep(tx, contentId)
  }
}

const withSubject = (letters: Letters, subject: Texts): Letters =>
  Object.fromEntries(
    languages.map((language) => {
      const words = inLanguage(subject, language).text
      return [language, { ...letters[language], subject: words ? letterWords(words, language) : letters[language].subject }]
    }),
  ) as Letters
