/**
 * Editions of the monthly update: composed from blocks, looked at, sent to the list, kept on the web.
 * Owns the tables `edition`, `edition_content`, `edition_correction`, `edition_draft`, `edition_version`, `edition_writer`, `edition_stop`,
 * `edition_trouble`.
 */
export type { EditionsTables } from './editions.tables.ts'
export { editionsData } from './contributions.ts'
export { audienceRoutes } from './audience.routes.tsx'
export { noteBounce, noteEditionComplaint } from './alert.actions.ts'
export { mendingRoutes } from './mending.routes.tsx'
export type { NewsSource } from './news.rules.ts'
export { beginRoutes } from './begin.routes.tsx'
export { composeRoutes } from './compose.routes.tsx'
export { draftRoutes } from './draft.routes.ts'
export { historyRoutes } from './history.routes.tsx'
export { previewRoutes } from './preview.routes.tsx'
export { checklistRoutes } from './checklist.routes.tsx'
export { approvalRoutes } from './approval.routes.tsx'
export { trialRoutes } from './trial.routes.tsx'
export { shareRoutes } from './share.routes.ts'
export { sendingRoutes } from './sending.routes.tsx'
export { updateRoutes } from './archive.routes.tsx'
export { editionJobs } from './edition.jobs.ts'
export { editionKind } from './edition.kind.ts'
export { editionEntries } from './edition.feed.ts'
export { editionsDesk } from './edition.desk.ts'
export { listPublished } from './edition.data.ts'
export { seedEditions } from './edition.seed.ts'
