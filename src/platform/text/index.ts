/**
 * Words and writing: the two languages, Markdown made safe, slugs, e-mail addresses, the states.
 * Owns no table.
 */
export { atomFeed, xmlText, type AtomEntry, type AtomFeed } from './atom.ts'
export { emailAddress } from './email.ts'
export { blocksOf, type Block, type Run } from './blocks.ts'
export { decoded, decodedText, encodingByStart, encodingOf, type Encoding } from './encoding.ts'
export { readFrontMatter, type FrontMatter } from './front-matter.ts'
export { freeSlug, oneLine, slugOf } from './lines.ts'
export { readPages, writePages, type FiledPage } from './pages-in-folder.ts'
export { markdown } from './markdown.ts'
export { organisationKinds, organisationWords, type OrganisationKind } from './organisations.ts'
export { readStarter, type StarterPage, type StarterText } from './starter.ts'
export { isState, states } from './states.ts'
export { catalogue, isLanguage, languages, say, wordsFor, type Language, type Values, type Words } from './words.ts'
