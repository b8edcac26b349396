/**
 * Regulars: people who come to all dates of a series. Each date keeps its own seats and its own waiting list;
 * what is made later is theirs by itself.
 * Owns the table `regular`.
 */
export type { RegularsTables } from './regulars.tables.ts'
export { regularRoutes } from './regular.routes.tsx'
export { regularJobs } from './regulars.jobs.ts'
export { regularsData } from './contributions.ts'
