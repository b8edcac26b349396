import type { Letter, Piece } from './letter.rules.ts'
import { withList, withListInHtml } from './merge-field.rules.ts'

/** The letter with the list's name wherever its writer asked for it. */
export const withListNamed = (letter: Letter, list: string): Letter => ({
  ...letter,
  subject: withList(letter.subject, list),
  preheader: withList(letter.preheader, list),
  pieces: letter.pieces.map((piece) => named(piece, list)),
})

function named(piece: Piece, list: string): Piece {
  if (piece.type === 'words') return { ...piece, html: withListInHtml(piece.html, list) }
  return piece.type === 'button' ? { ...piece, label: withList(piece.label, list) } : piece
}
