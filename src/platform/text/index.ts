/**
 * Words and writing: the two languages, Markdown made safe, slugs, e-mail addresses.
 * Owns no table.
 */
export { catalogue, isLanguage, languages, wordsFor, type Language, type Values, type Words } from './words.ts'
