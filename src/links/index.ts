/**
 * Links in mails: whether they lead somewhere, asked before a mail leaves, and how often they were followed, in totals alone.
 * Owns the tables `link_check`, `counted_link`.
 */
export type { LinkOutcome, LinksTables } from './links.tables.ts'
export { checkLinksLater, type AskInside } from './link-check.actions.ts'
export { listLinkChecks } from './link-check.data.ts'
export { isAskable } from './link-check.rules.ts'
export { linkJobs } from './links.jobs.ts'
export { countedLinks, type Counted } from './counted-link.actions.ts'
export { listClicks } from './counted-link.data.ts'
export { fewestShown, linksIn, shownFrom } from './counted-link.rules.ts'
export { linkRoutes } from './counted-link.routes.ts'
