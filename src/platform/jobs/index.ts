/**
 * Work for later or by the clock, kept in the same database: added in the transaction it belongs to.
 * Owns no table of ours; graphile-worker keeps its own schema.
 */
export { addJob, removeJob, runJobs, type Job, type Jobs } from './jobs.ts'
