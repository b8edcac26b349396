/**
 * Participants: who was in a call as Zoom, Teams, Webex or GoTo tell it. A steward brings their report, says who is who, and takes it.
 * Who was there, and how long, is then kept by #attendance; of strangers only their number is.
 * Owns the tables `participant_report`, `participant_row`.
 */
export type { ParticipantsTables } from './participants.tables.ts'
export { participantRoutes } from './report.routes.tsx'
export { participantJobs } from './participants.jobs.ts'
export { forgetParticipant } from './contributions.ts'
