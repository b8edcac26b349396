/**
 * The outbox: every mail that left or will, read as its reader gets it. For the owner alone.
 * Owns no table.
 */
export { heldMailDesk } from './held-mail.desk.ts'
export { heldMailRoutes } from './held-mail.routes.tsx'
export { outboxRoutes } from './outbox.routes.tsx'
