/**
 * Letters: the blocks that an edition is made of, the form in which they are written, and how they read as a mail, as
 * plain text, on the web and in a feed.
 * Knows nothing of sending, and of no other room.
 * Owns no table.
 */
export {
  actOf,
  blockSchema,
  blockTypes,
  inLanguage,
  isBlockType,
  mostBlocks,
  newBlock,
  perform,
  pictureShape,
  readBlocks,
  type Act,
  type Block,
  type BlockType,
} from './block.rules.ts'
export { absoluteHtml, type Letter, type LetterEntry, type LetterEvent, type Letters, type Piece, type Texts } from './letter.rules.ts'
export { letterWords, pieceOfWriting } from './letter-words.rules.ts'
export { hasOnlyKnownFields, mergeFields, withoutFields } from './merge-field.rules.ts'
export { withListNamed } from './list-name.rules.ts'
export { markupFields, personalKinds, personalKindsIn, plainFields, type PersonalKind } from './personal.rules.ts'
export { personalPiece, type PersonalContent } from './personal-piece.rules.ts'
export { someoneIn, type Frame } from './frame.rules.ts'
export { asNight, fillGeneral, fillHtml, fillText } from './fill.rules.ts'
export { letterMjml } from './letter-mjml.rules.ts'
export { letterText } from './letter-text.rules.ts'
export { letterHtml } from './letter-feed.rules.ts'
export { compileMjml } from './mjml.ts'
export { LetterArticle } from './letter.pages.tsx'
export { fieldsComplaint, readBlock, typedBlocks, valuesOf, wordIn, type TypedBlock } from './block.form.ts'
export { BlockRow, useBlockNames, type Row } from './block-fields.pages.tsx'
