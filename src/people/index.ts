/**
 * People: who someone is, what they may do, what they let others see, how they leave.
 * A person can exist as an e-mail address only. How they sign in belongs to #sign-in.
 * Owns the tables `person`, `membership`, `role_change`.
 */
export type { MembershipTable, PeopleTables, PersonTable, Role, ShownField } from './people.tables.ts'
export { findOrBeginPerson, findPerson, findPersonByEmail, saveMembership, savePerson, type KnownBy } from './person.data.ts'
