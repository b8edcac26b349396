/**
 * The outbox: every mail that left or will, read as its reader gets it. For the owner alone.
 * Owns no table.
 */
export { outboxRoutes } from './outbox.routes.tsx'
