import type { Db } from '#database'
import { wordsFor, type Language } from '#platform/text'
import { saveConsent } from './consent.data.ts'
import { recordedWords } from './consent.words.ts'

type Agreed = { networkId: string; event: { slug: string } | { id: string }; person: { id: string; language: Language } }

/** Keeps that somebody came after they had read that the call is recorded; nothing where it is not. */
export const agreeToRecording = (db: Db, { person, ...where }: Agreed, now: Temporal.Instant) =>
  saveConsent(db, where, { personId: person.id, agreedAt: now, wording: recordedWords(wordsFor(person.language)) })
