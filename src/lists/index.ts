/**
 * Lists as stewards look after them: begun, described, ordered, closed; who is on one and by what proof; invitations, and
 * consent that was given on paper.
 * Owns no table: what changes is written by `mailing`.
 */
export { listsRoutes } from './lists.routes.tsx'
export { listPeopleRoutes } from './people.routes.tsx'
export { personRoutes } from './person.routes.tsx'
export { listsDesk } from './lists.desk.ts'
