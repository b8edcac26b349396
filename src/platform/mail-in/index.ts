/**
 * Mail in: listens for the mail of other servers, takes it for known addresses only, reads bounces.
 * Knows no room: site.ts says which address goes to which. Owns no table.
 */
export { bounceRoute } from './bounces.ts'
export { startMailIn, type MailIn, type MailInParts } from './start.ts'
export type { MailRoute, MailRoutes, ReceivedMail } from './receive.ts'
