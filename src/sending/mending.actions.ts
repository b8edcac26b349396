import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import type { Here } from '#platform/http'
import { mendBulk, pauseBulk, queueBulk } from '#platform/mail'
import { languages, wordsFor, type Language } from '#platform/text'
import { letterWords, newBlock, pieceOfWriting, type Letters } from '#letters'
import { countedLinks } from '#links'
import {
  contentFor,
  corrected,
  correctedLetters,
  hasNoteSince,
  listContents,
  listCorrections,
  listCurrentContentIds,
  lockEdition,
  personalIn,
  renderLetters,
  saveContentInPlaceOf,
  saveContentOfEdition,
  saveCorrection,
  settingOf,
  updateEdition,
  whoHadItBeforeIn,
  type Edition,
  type Rendered,
} from '#editions'
import { withContents } from './delivery.actions.ts'
import { findContentLanguage } from './mending.data.ts'
import { findStop, saveStop, saveStopEnded } from './stop.data.ts'

type Which = { networkId: string; slug: string }

/** Stops an edition on its way at once, so that a mistake in it can be mended before the others get it. */
export const stopForMistake = (db: Db, which: Which, by: string, now: Temporal.Instant): Promise<boolean> =>
  withContents(db, which, async (tx, contentIds, edition) => {
    if (edition.sentAt || edition.cancelledAt) return
    await pauseBulk(tx, contentIds, now)
    await saveStop(tx, { editionId: edition.id, reason: 'mistake', stoppedBy: by }, now)
  })

export type Mending = Which & {
  network: Here
  config: Config
  personId: string
  /** What was mended, as readers of the web copy are told. */
  note: string
  subjects: Partial<Record<Language, string>>
  /** The words of blocks, by language and the block's id. */
  words: Partial<Record<Language, Record<string, string>>>
}

/** Mends the words and goes on: whoever waits gets the mended edition. Who had it already is not written to. */
export function mendEdition(db: Db, mending: Mending, now: Temporal.Instant): Promise<'mended' | 'not-stopped'> {
  const { networkId, slug, network, config, personId, note } = mending
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition?.letters || edition.cancelledAt || edition.sentAt || !(await findStop(tx, edition.id))) return 'not-stopped'
    const [mended, letters] = mendedWords(edition, edition.letters, mending)
    await saveCorrection(tx, { editionId: edition.id, note, lettersBefore: edition.letters, correctedBy: personId }, now)
    await updateEdition(tx, edition.id, { ...mended, letters, changedAt: now, changedBy: personId })
    const rendered = await renderLetters(letters, await settingOf(tx, edition, { network, config }))
    await replaceContents(tx, edition, { before: edition.letters, rendered, network, baseUrl: config.baseUrl }, now)
    await saveStopEnded(tx, edition.id, personId, now)
    return 'mended'
  })
}

function mendedWords(edition: Edition, before: Letters, { subjects, words }: Mending): [Pick<Edition, 'blocks' | 'subject'>, Letters] {
  const blocks = languages.reduce(
    (mended, language) => mended.map((block) => corrected(block, language, words[language]?.[block.id])),
    edition.blocks,
  )
  const subject = { ...edition.subject, ...subjects }
  const letters = correctedLetters(before, blocks)
  for (const language of languages) {
    const said = subject[letters[language].language]
    if (said) letters[language] = { ...letters[language], subject: letterWords(said, letters[language].language) }
  }
  return [{ blocks, subject }, letters]
}

type Anew = { before: Letters; rendered: Record<Language, Rendered>; network: Here; baseUrl: string }

/** A content whose subject was not the edition's own, as one of two that are tried out, keeps it. */
async function replaceContents(tx: Tx, { id }: Edition, { before, rendered, ...where }: Anew, now: Temporal.Instant) {
  const turn = (await listContents(tx, id)).length
  for (const from of await listCurrentContentIds(tx, id)) {
    const { language, subject } = await findContentLanguage(tx, from)
    const { keep, html } = countedLinks(rendered[language].html, where)
    const words = { ...rendered[language], html }
    const said = subject === before[language].subject ? words.subject : subject
    const to = await mendBulk(tx, { from, words: { ...words, subject: said, onceKey: `edition:${id}:mended:${turn}:${from}` } }, now)
    await saveContentInPlaceOf(tx, { from, to })
    await keep(tx, to)
  }
}

export type Note = Which & { network: Here; config: Config; words: string }

/** A short word to those who had the edition before it was mended; once after each mending. */
export function writeCorrectionNote(db: Db, { networkId, slug, network, config, words }: Note, now: Temporal.Instant): Promise<boolean> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    const since = edition && (await mendedAt(tx, edition.id))
    if (!edition?.letters || !since || (await hasNoteSince(tx, edition.id, since))) return false
    const setting = await settingOf(tx, edition, { network, config })
    const rendered = await renderLetters(noteLetters(edition.letters, words), setting)
    for (const language of languages) {
      const onceKey = `edition:${edition.id}:note:${since.toString()}:${language}`
      const content = { ...contentFor(setting, language), ...rendered[language], onceKey }
      const { contentId } = await queueBulk(tx, content, whoHadItBeforeIn(tx, edition.id, language), now)
      await saveContentOfEdition(tx, { contentId, editionId: edition.id, isTest: false, part: 'note', ...personalIn(content, config) })
    }
    return true
  })
}

/** When it was mended last while it went out. */
export async function mendedAt(db: Db, editionId: string): Promise<Temporal.Instant | null> {
  const wasMended = (await listContents(db, editionId)).some(({ supersededBy }) => supersededBy !== null)
  return wasMended ? ((await listCorrections(db, editionId)).at(-1)?.correctedAt ?? null) : null
}

function noteLetters(letters: Letters, words: string): Letters {
  const noteIn = (language: Language) => {
    const t = wordsFor(language)
    const block = newBlock('words', { text: { [language]: words } })
    const piece = block.type === 'words' ? pieceOfWriting(block, language) : null
    const subject = t('Correction: {{subject}}', { subject: letters[language].subject })
    return { subject, preheader: '', language: letters[language].language, pieces: piece ? [piece] : [] }
  }
  return { en: noteIn('en'), es: noteIn('es') }
}
