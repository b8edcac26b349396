/**
 * The archive of webinars: what was held, who spoke, notes, and links to recordings and slides.
 * Owns the tables `webinar`, `webinar_text`.
 */
export type { WebinarsTables } from './webinars.tables.ts'
export {
  findWebinar,
  listNewestWebinars,
  listTheseWebinars,
  listWebinarTitles,
  newestWebinars,
  type Webinar,
  type WebinarReader,
} from './webinar.data.ts'
export { recordingNews } from './webinar.news.ts'
export { webinarEntry } from './webinar.feed.ts'
export { WebinarEntry, WebinarPage } from './webinar.pages.tsx'
export { readerOf, webinarPageTables, webinarRoutes } from './webinar.routes.tsx'
export { webinarWritingRoutes } from './webinar-writing.routes.tsx'
export { webinarsDesk } from './webinar.desk.ts'
export { seedWebinars } from './webinar.seed.ts'
export { beginWebinar, publishWebinar, type WebinarWords } from './webinar.actions.ts'
export { paths as webinarPaths } from './webinars.paths.ts'
