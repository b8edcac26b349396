/**
 * Recordings of webinars: files that come piece by piece and are served in parts, captions, what was said, chapters, slides; the page
 * of a webinar with all of it. Owns the tables `recording`, `slide_deck`, `slide_page`, `upload`, `transcript`, `cue`, `chapter`, `webinar_words`,
 * `recording_shown`.
 */
export type { RecordingsTables } from './recordings.tables.ts'
export { recordingRoutes } from './recording.routes.tsx'
export { mediaRoutes } from './media.routes.tsx'
export { transcriptRoutes } from './transcript.routes.tsx'
export { recordingUploads, uploadRoutes } from './upload.routes.ts'
export { recordingJobs } from './recordings.jobs.ts'
export { seedRecordings } from './recordings.seed.ts'
export { recordingsDesk } from './recordings.desk.ts'
