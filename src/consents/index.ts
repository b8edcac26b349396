/**
 * Who agreed to be recorded: the line people read before they come, and that they came having read it.
 * Owns the table `recording_consent`.
 */
export type { ConsentsTables } from './consents.tables.ts'
export { agreeToRecording } from './consent.actions.ts'
export { RecordedLine } from './consent.pages.tsx'
export { recordedWords } from './consent.words.ts'
export { consentData } from './contributions.ts'
