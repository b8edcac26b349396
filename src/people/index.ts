/**
 * People: who someone is, what they may do, what they let others see, how they leave.
 * A person can exist as an e-mail address only. How they sign in belongs to #sign-in.
 * Rooms above add to people's own pages through the lists in site.ts: `MeSection`, `DataOf`, `Eraser`.
 * Owns the tables `person`, `membership`, `role_change`, `example_person`.
 */
export type { MembershipTable, PeopleTables, PersonTable, Role, ShownField } from './people.tables.ts'
export type { Contributions, DataOf, Eraser, MeSection } from './contributions.ts'
export { AboutYou } from './about-you.pages.tsx'
export { removeExamples } from './example.actions.ts'
export { countExamples, saveExample } from './example.data.ts'
export { examplesDesk } from './example.desk.ts'
export { findOrBeginPerson, findPerson, findPersonByEmail, savePerson, type KnownBy } from './person.data.ts'
export { beginPeople, emptyFilled, fillPeople, listPeopleByEmail, removePeople } from './many.data.ts'
export { peopleJobs } from './people.jobs.ts'
export { peopleRoutes } from './people.routes.ts'
export { placeOf, type Place } from './place.ts'
export { giveRole, type RoleGift } from './role.actions.ts'
export { beginMembership, listStewards, saveMembership } from './role.data.ts'
