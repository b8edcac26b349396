/**
 * Preparing an edition to leave: to whom it goes, the check list, a second steward's word, and the moment or the
 * hour where each reader lives.
 * Owns the tables `edition_approval`, `edition_override`, `edition_for_digest`.
 */
export { approvalRoutes } from './approval.routes.tsx'
export { audienceRoutes } from './audience.routes.tsx'
export { checklistRoutes } from './checklist.routes.tsx'
export { scheduleRoutes } from './schedule.routes.ts'
export { audienceIn, isForNobody, keepForDigest, segmentOf } from './audience.actions.ts'
export { clockOfReaders } from './schedule.actions.ts'
export { preparingData } from './contributions.ts'
export { isHeldBack } from './departure.actions.ts'
export type { PreparingTables } from './preparing.tables.ts'
