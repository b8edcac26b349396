/**
 * Taking data along to another system: people as a table or as address cards, everything as a zip. Written as it is read; who took
 * what, and when, is noted.
 * Owns the table `export`.
 */
export type { ExportsTables } from './exports.tables.ts'
export { exportFile } from './export-file.actions.ts'
export { exportsDesk } from './exports.desk.ts'
export { exportRoutes } from './exports.routes.tsx'
