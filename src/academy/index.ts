/**
 * The Academy before its date is set: from which state and with which team people would come. That they want to be told the date, and
 * the mail that tells it, belong to #events; the full Academy comes later.
 * Owns the table `academy_interest`.
 */
export type { AcademyTables } from './academy.tables.ts'
export { academyRoutes } from './team.routes.tsx'
export { academyData } from './contributions.ts'
