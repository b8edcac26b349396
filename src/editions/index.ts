/**
 * Editions of the monthly update: what each one says, written out for a language and for one reader; its page on the
 * web, their list and their feed. The rooms above write, ready and send them.
 * Owns the tables `edition`, `edition_content`, `edition_correction`.
 */
export type { EditionsTables, Variant } from './editions.tables.ts'
export { shareRoutes } from './share.routes.ts'
export { updateRoutes } from './archive.routes.tsx'
export { editionEntries } from './edition.feed.ts'
export { correctionsData } from './contributions.ts'
export { editionsDesk } from './edition.desk.ts'
export {
  findEdition,
  findLastPublished,
  insertEdition,
  listInHand,
  listPublished,
  listSlugs,
  lockEdition,
  updateEdition,
  type Edition,
} from './edition.data.ts'
export { seedEditions } from './edition.seed.ts'
export { paths as editionPaths } from './editions.paths.ts'
export {
  countWhoHadItBefore,
  findContentOfEdition,
  hasNoteSince,
  listContentIds,
  listContents,
  listCurrentContentIds,
  listMergeValues,
  onlyReader,
  saveContentInPlaceOf,
  saveContentOfEdition,
  whoHadItBeforeIn,
} from './content.data.ts'
export { personalPieces, type Asking, type PersonalPieces, type ReaderOfPieces } from './personal.actions.ts'
export { mergeValuesOf } from './personal.rules.ts'
export { isTooLate, mayEdit, stateOf, toMend, type EditionState, type ToMend } from './edition.rules.ts'
export { writeLetters, type Written } from './letter.actions.ts'
export { mailSources, renderLetters, type Rendered, type Setting } from './rendering.actions.ts'
export { contentFor, personalIn, settingOf } from './letter.setting.ts'
export { corrected, correctedLetters } from './correction.actions.ts'
export { listCorrections, saveCorrection } from './correction.data.ts'
export { findForSteward } from './edition.routes.ts'
export { lettersOf } from './edition.actions.ts'
