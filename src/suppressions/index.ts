/**
 * Addresses that get no more list mail, each with its reason: mail came back, it was reported as unwanted, a steward added
 * it, its owner was forgotten. An address is known again by a keyed hash, so that nobody who was forgotten need be named.
 * Owns the tables `suppression`, `returned_mail`.
 */
export type { SuppressionReason, SuppressionsTables } from './suppressions.tables.ts'
export { bringBounced, takeSuppressionsBack } from './brought.actions.ts'
export { markBounced, noteComplaint, noteRefusal } from './suppression.actions.ts'
export { endSuppressions, forgetAddress, listSuppressions, saveSuppression } from './suppression.data.ts'
export { hashOfAddress } from './suppression-hash.ts'
export { suppressionJobs } from './suppressions.jobs.ts'
export { suppressionRoutes } from './suppressions.routes.tsx'
export { suppressionsDesk } from './suppressions.desk.ts'
