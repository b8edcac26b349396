/**
 * The front page and what every page leans on.
 * Owns no table.
 */
export { groundRoutes } from './ground.routes.ts'
