/**
 * People: who someone is, how they sign in, what they may do, what they let others see, how they leave.
 * A person can exist as an e-mail address only.
 * Owns the tables `person`, `membership`, `session`, `sign_in_code`, `passkey`.
 */
export type { MembershipTable, PeopleTables, PersonTable, Role, ShownField } from './people.tables.ts'
export { findOrBeginPerson, findPerson, findPersonByEmail, saveMembership, savePerson, type KnownBy } from './person.data.ts'
export { beginSession, findVisitor, keepSessionCookie } from './session.actions.ts'
