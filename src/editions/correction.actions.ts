import { transaction, type Db } from '#database'
import { languages, type Language } from '#platform/text'
import { pieceOfWriting, type Block, type Letters } from '#letters'
import { saveCorrection } from './correction.data.ts'
import { lockEdition, updateEdition } from './edition.data.ts'
import { mayEdit } from './edition.rules.ts'

export type Correcting = {
  networkId: string
  slug: string
  personId: string
  language: Language
  note: string
  /** The words of blocks, by the block's id. */
  words: Record<string, string>
}

/** Mends words of the web copy of an edition that was sent. What stood there before is kept, and the page says what changed. */
export function correctEdition(
  db: Db,
  { networkId, slug, personId, language, note, words }: Correcting,
  now: Temporal.Instant,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition?.letters || mayEdit(edition)) return false
    const blocks = edition.blocks.map((block) => corrected(block, language, words[block.id]))
    await saveCorrection(tx, { editionId: edition.id, note, lettersBefore: edition.letters, correctedBy: personId }, now)
    await updateEdition(tx, edition.id, { blocks, letters: correctedLetters(edition.letters, blocks), changedAt: now, changedBy: personId })
    return true
  })
}

export const corrected = (block: Block, language: Language, words: string | undefined): Block =>
  block.type === 'words' && words !== undefined ? { ...block, text: { ...block.text, [language]: words } } : block

/** Words anew; events, tips and recordings as they were on the day of sending. */
export function correctedLetters(letters: Letters, blocks: Block[]): Letters {
  const anew = languages.map((language) => {
    const letter = letters[language]
    const pieces = letter.pieces.map((piece) => {
      const block = blocks.find(({ id }) => id === piece.block)
      return (block?.type === 'words' ? pieceOfWriting(block, language) : null) ?? piece
    })
    return [language, { ...letter, pieces }] as const
  })
  return Object.fromEntries(anew) as Letters
}
