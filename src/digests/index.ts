/**
 * Digests: one mail a month, for whoever chose that, with what their lists sent: titles, summaries, links to the web copies.
 * Sent once to each, however often the job runs.
 * Owns the tables `digest`, `digest_content`.
 */
export type { DigestsTables } from './digests.tables.ts'
export { digestJobs } from './digests.jobs.ts'
export { digestKind } from './digest.kind.ts'
