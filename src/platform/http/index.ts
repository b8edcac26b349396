/**
 * The web: requests, guards, forms, sessions' cookies, errors, pages that are kept, limits on tries.
 * Knows no room. Owns the table `attempt`.
 */
export type { Asked, Environment, Here, Keep, RequestContext, Visitor } from './environment.ts'
export type { HttpTables } from './http.tables.ts'
export { networkOf } from './client-network.ts'
export { bodyStream } from './body-stream.ts'
export { listenToChanges } from './changes.ts'
export { sessionCookie } from './cookies.ts'
export { answerDownload } from './download.ts'
export { notFound } from './errors.ts'
export { receiveFirstFile, type SentFile } from './first-file.ts'
export { figuresText } from './figures.ts'
export { readForm, type FormRead } from './forms.ts'
export {
  checkboxInput,
  dayInput,
  emailInput,
  fileInput,
  idInput,
  languageInput,
  lineInput,
  organisationKindInput,
  requiredLineInput,
  stateInput,
  textInput,
  timeZoneInput,
} from './inputs.ts'
export { languageAsked } from './language.ts'
export { newKeeper, type Keeper } from './keeper.ts'
export { answerKeptPages } from './kept-pages.ts'
export { hasTriesLeft, mayTry, type Limit } from './limits.ts'
export { removeOldTries } from './limits.data.ts'
export { newLog, type Log } from './log.ts'
export { anyone, listRoutes, newRoutes, owner, ownerOrToken, signedIn, steward, type RouteLine } from './routes.ts'
export { readSigned, sign } from './signed.ts'
export { ownPath } from './next.ts'
export { pageAsked, pagesFor } from './paging.ts'
export { newSite, type SiteParts } from './site.ts'
export { answerXml } from './xml.ts'
export { publicationForm, readWriting, wordsRemovalForm, writingInputs, type Again } from './writing.ts'
