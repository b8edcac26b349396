/**
 * The desk: one plain page that says to stewards what waits today. Each room contributes its lines in `site.ts`.
 * Owns no table.
 */
export type { AtDesk, DeskLine, DeskNews } from './desk.ts'
export { deskRoutes } from './desk.routes.tsx'
export { mailDesk, nextEventDesk, peopleDesk } from './desk-lines.ts'
