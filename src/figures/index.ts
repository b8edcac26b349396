/**
 * Figures for stewards and for whoever asks them: how many people there are and from where, what they read, how healthy the
 * list is, where mail has trouble. Charts with their tables, and each table as a file. It only counts what other rooms keep.
 * Owns no table.
 */
export { figuresDesk } from './figures.desk.ts'
export { domainRoutes } from './domain.routes.tsx'
export { growthRoutes } from './growth.routes.tsx'
export { readingRoutes } from './reading.routes.tsx'
export { healthFigureRoutes } from './health.routes.tsx'
