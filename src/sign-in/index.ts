/**
 * Sign-in: by a mailed code or link, by passkey, by the owner's link; the sessions that follow, and their end.
 * No passwords. Who someone is belongs to #people.
 * Owns the tables `session`, `sign_in_code`, `passkey`.
 */
export type { SignInTables } from './sign-in.tables.ts'
export { beginSession, findVisitor } from './session.actions.ts'
