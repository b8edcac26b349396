import { xmlText, type Language } from '#platform/text'
import { frameWords } from './frame.rules.ts'
import { whenOf } from './letter-when.rules.ts'
import type { Letter, LetterEntry, Piece } from './letter.rules.ts'

/** An edition as the plain HTML that feed readers show. */
export const letterHtml = (letter: Letter, language: Language) => letter.pieces.map((piece) => pieceHtml(piece, language)).join('\n')

function pieceHtml(piece: Piece, language: Language): string {
  const words = frameWords({ language, list: '' })
  switch (piece.type) {
    case 'words':
      return piece.html
    case 'events':
      return listOf(
        words.events,
        piece.events.map((event) => ({ ...event, summary: `${whenOf(event, language).day}, ${whenOf(event, language).hours}` })),
      )
    case 'tips':
      return listOf(words.tips, piece.tips)
    case 'recording':
      return listOf(words.recording, [piece.recording])
    case 'picture':
      return `<p><img src="${xmlText(piece.path)}" alt="${xmlText(piece.alt)}" width="${piece.width}" height="${piece.height}"></p>`
    case 'personal':
      return paragraph(piece.otherwise)
    case 'button':
      return `<p><a href="${xmlText(piece.href)}">${xmlText(piece.label)}</a></p>`
  }
}

const paragraph = (words: string) => words && `<p>${xmlText(words)}</p>`

const listOf = (title: string, entries: LetterEntry[]) =>
  `<h2>${xmlText(title)}</h2><ul>${entries
    .map(
      ({ path, title: words, summary }) =>
        `<li><a href="${xmlText(path)}">${xmlText(words)}</a>${summary ? `<br>${xmlText(summary)}` : ''}</li>`,
    )
    .join('')}</ul>`
