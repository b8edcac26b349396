/**
 * Calls while they are held: the hosts' queue with what is talked about now, and everybody's page, which follows it.
 * What is only for hosts is never shown to others; the table itself holds that.
 * Owns the table `live_item`.
 */
export type { LiveTables } from './live.tables.ts'
export { liveData } from './contributions.ts'
export { LivePart } from './live.pages.tsx'
export { hostRoutes } from './host.routes.tsx'
export { liveRoutes } from './live.routes.tsx'
