/**
 * The community's own pages: about, contact, accessibility, privacy. Their addresses are fixed, their words are the stewards'.
 * Owns the tables `page`, `page_text`.
 */
export type { PagesTables } from './pages.tables.ts'
export { pageRoutes } from './page.routes.tsx'
export { listPageSlugs } from './page.data.ts'
export { seedPages } from './page.seed.ts'
export { savePage as savePageWords, type PageWords } from './page.actions.ts'
export { pagesDesk } from './page.desk.ts'
