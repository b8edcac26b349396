/**
 * The toolkit: for now its tips, each written in one language or more, published by stewards, read by anyone.
 * Owns the tables `tip`, `tip_text`.
 */
export type { ToolkitTables } from './toolkit.tables.ts'
export { listNewestTips, listTheseTips, newestTips, type Tip, type TipReader } from './tip.data.ts'
export { tipNews } from './tip.news.ts'
export { tipEntry } from './tip.feed.ts'
export { TipEntry, TipMinutes } from './tip.pages.tsx'
export { tipRoutes } from './tip.routes.tsx'
export { tipWritingRoutes } from './tip-writing.routes.tsx'
export { tipHourRoutes } from './tip-hour.routes.tsx'
export { toolkitJobs } from './toolkit.jobs.ts'
export { tipsDesk } from './tip.desk.ts'
export { takeTipPages, tipPages } from './tip.files.ts'
export { seedTips } from './tip.seed.ts'
export { beginTip, publishTip, saveTip, type TipWords } from './tip.actions.ts'
export { paths as toolkitPaths } from './toolkit.paths.ts'
