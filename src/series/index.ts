/**
 * Series: a few mails that follow one another after something happens, to readers of a list; the welcome that ships.
 * Each person goes through a series once, and gets each step once, however often its job runs.
 * Owns the tables `series`, `series_step`, `series_person`, `series_mail`, `series_content`.
 */
export type { SeriesTables } from './series.tables.ts'
export { seriesRoutes } from './series.routes.tsx'
export { stepRoutes } from './step.routes.tsx'
export { seriesJobs } from './series.jobs.ts'
export { seriesKind } from './series.kind.ts'
export { seriesDesk } from './series.desk.ts'
export { seriesData } from './contributions.ts'
export { seedSeries } from './series.seed.ts'
