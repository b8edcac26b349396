/**
 * Composing an edition: begun from what is new or from an older one, written block by block, looked at as any reader
 * would get it, sent to the writer as a test.
 * Owns no table.
 */
export { beginRoutes } from './begin.routes.tsx'
export { composeRoutes } from './compose.routes.tsx'
export { previewRoutes } from './preview.routes.tsx'
export type { NewsSource } from './news.rules.ts'
