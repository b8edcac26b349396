/**
 * Rounds: a group answers one tool, each on their own phone and without a name, and sees together where it agrees and where it differs.
 * Of fewer than three nothing is shown. Tools themselves belong to #tools.
 * Owns the tables `round`, `round_answer`.
 */
export type { RoundsTables } from './rounds.tables.ts'
export { roundRoutes } from './round.routes.tsx'
export { hostRoundRoutes } from './host.routes.tsx'
export { roundJobs } from './rounds.jobs.ts'
export { roundData } from './contributions.ts'
