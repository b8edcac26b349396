/**
 * Joining the lists: the forms, ours and those on other sites, invitations, and the mail that asks the address whether it was so.
 * Opening a link changes nothing. Nobody learns here whether an address is known.
 * Owns no table: what somebody asks for and confirms is written by `mailing`.
 */
export { joinRoutes, listsShown } from './join.routes.tsx'
export { confirmMailbox, personOfConfirmToken } from './confirm.address.ts'
export { confirmJoin } from './join.actions.ts'
export { confirmLink } from './joining.paths.ts'
export { confirmRoutes } from './confirm.routes.tsx'
export { embedRoutes } from './embed.routes.tsx'
export { invite } from './invite.actions.ts'
export { JoinForm, type JoinFormProps, type JoinSource } from './join.pages.tsx'
