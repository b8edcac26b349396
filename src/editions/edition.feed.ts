import type { Here } from '#platform/http'
import { atomFeed, wordsFor, xmlText, type AtomEntry, type Language } from '#platform/text'
import type { Edition } from './edition.data.ts'
import { paths } from './editions.paths.ts'
import { fillText } from './fill.rules.ts'
import { frameWords, someoneIn } from './frame.rules.ts'
import { whenOf } from './letter-when.rules.ts'
import type { Letter, LetterEntry, Piece } from './letter.rules.ts'

/** A published edition as an entry of a feed. */
export function editionEntries(edition: Edition, language: Language): AtomEntry[] {
  const { id, slug, letters, publishedAt, changedAt } = edition
  if (!letters || !publishedAt) return []
  const letter = letters[language]
  const name = { firstName: someoneIn(language) }
  const updatedAt = Temporal.Instant.compare(changedAt, publishedAt) > 0 ? changedAt : publishedAt
  const words = {
    title: fillText(letter.subject, name),
    summary: fillText(letter.preheader, name),
    html: fillText(letterHtml(letter, language), name),
  }
  return [{ id: `urn:uuid:${id}`, href: paths.edition(slug), publishedAt, updatedAt, language: letter.language, ...words }]
}

export function updatesFeed(
  editions: Edition[],
  { network, origin, language }: { network: Here; origin: string; language: Language },
): string {
  const t = wordsFor(language)
  return atomFeed({
    title: t('Updates of {{name}}', { name: network.name }),
    origin,
    self: paths.feed(language),
    page: paths.updates,
    language,
    author: network.name,
    updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    entries: editions.flatMap((edition) => editionEntries(edition, language)),
  })
}

/** An edition as the plain HTML that feed readers show. */
const letterHtml = (letter: Letter, language: Language) => letter.pieces.map((piece) => pieceHtml(piece, language)).join('\n')

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
    case 'button':
      return `<p><a href="${xmlText(piece.href)}">${xmlText(piece.label)}</a></p>`
  }
}

const listOf = (title: string, entries: LetterEntry[]) =>
  `<h2>${xmlText(title)}</h2><ul>${entries
    .map(
      ({ path, title: words, summary }) =>
        `<li><a href="${xmlText(path)}">${xmlText(words)}</a>${summary ? `<br>${xmlText(summary)}` : ''}</li>`,
    )
    .join('')}</ul>`
