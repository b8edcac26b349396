import type { Language } from '#platform/text'
import type { PersonalKind } from './personal.rules.ts'

/** Words by language; one may be missing. */
export type Texts = Partial<Record<Language, string>>

/** A piece of an edition as it is read. `block` names the block it was made of. */
export type Piece = { block: string } & (
  | { type: 'words'; language: Language; html: string }
  | { type: 'events'; events: LetterEvent[] }
  | { type: 'tips'; tips: LetterEntry[] }
  | { type: 'recording'; recording: LetterEntry & { speakers: string; minutes: number | null } }
  | { type: 'picture'; language: Language; path: string; width: number; height: number; alt: string; href: string | null }
  | { type: 'button'; language: Language; label: string; href: string }
  | { type: 'personal'; about: PersonalKind; language: Language; otherwise: string }
)

/** Something of ours to read, at a path of this site. */
export type LetterEntry = { path: string; title: string; summary: string; language: Language }

export type LetterEvent = LetterEntry & { startsAt: string; endsAt: string | null; timeZone: string }

/** An edition as one language's readers read it, with all that it showed at its moment. */
export type Letter = { subject: string; preheader: string; language: Language; pieces: Piece[] }

export type Letters = Record<Language, Letter>

/** An address within a mail: what begins with a slash is of our site. */
export const absolute = (href: string, baseUrl: string): string => (href.startsWith('/') ? baseUrl + href : href)

/** Links and pictures of our own in a piece of HTML get their whole address. */
export const absoluteHtml = (html: string, baseUrl: string): string => html.replaceAll(/ (href|src)="\/(?!\/)/g, ` $1="${baseUrl}/`)
