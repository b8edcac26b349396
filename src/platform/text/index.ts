/**
 * Words and writing: the two languages, Markdown made safe, slugs, e-mail addresses, the states.
 * Owns no table.
 */
export { emailAddress } from './email.ts'
export { oneLine, slugOf } from './lines.ts'
export { markdown } from './markdown.ts'
export { isState, states } from './states.ts'
export { catalogue, isLanguage, languages, say, wordsFor, type Language, type Values, type Words } from './words.ts'
