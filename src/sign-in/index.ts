/**
 * Sign-in: by a mailed code or link, by passkey, by the owner's link; the sessions that follow, and their end.
 * No passwords. Who someone is belongs to #people.
 * Owns the tables `session`, `sign_in_code`, `passkey`.
 */
export type { SignInTables } from './sign-in.tables.ts'
export { addressRoutes } from './address.routes.tsx'
export { ownerLink } from './owner-link.actions.ts'
export { passkeyRoutes } from './passkey.routes.tsx'
export { beginSession, findVisitor } from './session.actions.ts'
export { sessionRoutes } from './session.routes.tsx'
export { eraseSignIns, signInData, signInSection } from './sign-in.contributions.tsx'
export { signInJobs } from './sign-in.jobs.ts'
export { signInLinkRoutes, signInRoutes } from './sign-in.routes.tsx'
