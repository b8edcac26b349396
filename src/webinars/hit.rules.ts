import type { Language } from '#platform/text'

export type Hit = { startsAt: number; language: Language; speaker: string; /** With what was asked between the marks. */ words: string }

/** What stands before and after a word that was asked for; no text carries them. */
export const marks = { begin: '\u0002', end: '\u0003' }
