/**
 * The mailing list: lists, who is on them and by what consent, leaving by one click, addresses that get no more mail.
 * Joining asks the address twice; opening a link changes nothing.
 * Owns the tables `list`, `subscription`, `consent`, `suppression` and the view `reader`.
 */
export type { MailingTables, InLanguages } from './mailing.tables.ts'
export { joinRoutes, listsShown } from './join.routes.tsx'
export { confirmRoutes } from './confirm.routes.tsx'
export { embedRoutes } from './embed.routes.tsx'
export { preferencesRoutes } from './preferences.routes.tsx'
export { unsubscribeRoutes } from './unsubscribe.routes.tsx'
export { leaveByMail } from './leave.received.ts'
export { mailingJobs } from './mailing.jobs.ts'
export { JoinForm, type JoinFormProps, type JoinSource } from './join.pages.tsx'
export { findList, findListById, listLists, type List } from './list.data.ts'
export { shownIn, type ShownList } from './list.rules.ts'
export { countReaders, findReaderByEmail, readersOf } from './reader.data.ts'
export { fieldsOf, fieldsOfReaders, readerFieldNames, readerLinks, type ReaderFields } from './reader.actions.ts'
export { leavePageLink, preferencesLink, readLeaveToken } from './links.paths.ts'
export { leaveMailbox, listHeaders, listHeaderTemplates, type ListHeadersFor } from './headers.paths.ts'
export { leave, leaveList } from './leave.actions.ts'
export { markBounced, markComplained, noteRefusal } from './suppression.actions.ts'
export { dataOfReader, forgetReader, myListsSection } from './mailing.contributions.tsx'
export { seedLists, seedPeople, seedReaders } from './seed.actions.ts'
