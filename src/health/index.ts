/**
 * Health: whether the server lives and is ready, and its figures.
 * Owns no table.
 */
export { healthRoutes, metricsRoutes } from './health.routes.ts'
