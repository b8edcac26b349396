/**
 * Sending an edition: queued to its readers, made personal as each mail leaves, watched, paused, stopped and mended
 * half-way, by hand or when too much comes back; and what came of it.
 * Owns the tables `edition_stop`, `edition_trouble`.
 */
export { editionJobs } from './edition.jobs.ts'
export { editionKind } from './edition.kind.ts'
export { mendingRoutes } from './mending.routes.tsx'
export { noteBounce, noteEditionComplaint } from './alert.actions.ts'
export { sendingRoutes } from './sending.routes.tsx'
export type { SendingTables } from './sending.tables.ts'
