/**
 * Speakers: who speaks at events and in webinars of the archive, with picture and a few words; all that each of them spoke at.
 * Rooms above ask for the speakers of theirs within their own queries (`speakersOf`).
 * Owns the tables `speaker`, `speaker_text`, `event_speaker`, `webinar_speaker`.
 */
export type { SpeakersTables } from './speakers.tables.ts'
export type { SpeakerBrief } from './speaker.rules.ts'
export { bringSpeakers } from './choice.data.ts'
export { listSpeakers, speakersOf } from './speaker.data.ts'
export { SpeakerList } from './speaker-parts.pages.tsx'
export { speakerRoutes } from './speaker.routes.tsx'
export { speakerChoiceRoutes } from './choice.routes.tsx'
export { eraseSpeaker, speakerData } from './speaker.actions.ts'
export { speakersDesk } from './speakers.desk.ts'
export { seedSpeakers } from './speakers.seed.ts'
export { paths as speakerPaths } from './speakers.paths.ts'
