/**
 * The front page, the feed of everything new, help, and what every page leans on.
 * Owns no table.
 */
export { frontRoutes } from './front.routes.tsx'
export { groundRoutes } from './ground.routes.ts'
export { helpRoutes } from './help.routes.tsx'
export { newsRoutes } from './news.routes.ts'
export { robotsRoutes } from './robots.routes.ts'
