/**
 * The mailing list: lists, who is on them and by what consent, leaving by one click.
 * A wish to join counts once its address has confirmed; opening a link changes nothing.
 * Owns the tables `list`, `subscription`, `consent` and the view `reader`.
 */
export { listAccesses, type AskedWith, type InLanguages, type MailingTables } from './mailing.tables.ts'
export { preferencesRoutes } from './preferences.routes.tsx'
export { unsubscribeRoutes } from './unsubscribe.routes.tsx'
export { leaveByMail } from './leave.received.ts'
export { mailingJobs } from './mailing.jobs.ts'
export { findList, findListById, listLists, listListsCounted, listOpenLists, type List, type ListWords } from './list.data.ts'
export { fieldOfList, promiseIn, shownIn, wordingOf, type ShownList } from './list.rules.ts'
export { aboutYou, lists, withLists } from './chosen.form.ts'
export { listSubscriptions, type Subscription } from './subscription.data.ts'
export { standingOf } from './subscription.rules.ts'
export { beginList, changeList, closeList, moveList, reopenList } from './list.actions.ts'
export { fulfilWishes, lockListsOf, lockStanding, noteInvitation, noteWish, putOnByPaper, reasonsAgainst } from './wish.actions.ts'
export { readerOf, speakTo } from './links.routes.ts'
export { countReaders, findReaderByEmail, listZonesOfReaders, readersOf } from './reader.data.ts'
export { fieldsOf, fieldsOfReaders, readerFieldNames, readerLinks, type ReaderFields } from './reader.actions.ts'
export { everyMonthly, leavePageLink, preferencesLink, preferencesPath, readLeaveToken } from './links.paths.ts'
export { leaveMailbox, listHeaders, listHeaderTemplates, type ListHeadersFor } from './headers.paths.ts'
export { listConsents } from './consent.data.ts'
export { leave, leaveList } from './leave.actions.ts'
export { leaveAfterComplaint, readerByLeaveToken } from './leave.complained.ts'
export { standingsWith, takeReadersBack } from './brought.actions.ts'
export { bringLeavers, bringReaders, type Consenting } from './brought.data.ts'
export { dataOfReader, forgetReader, myListsSection } from './mailing.contributions.tsx'
export { seedLists, seedPeople, seedReaders } from './seed.actions.ts'
