/**
 * Editions of the monthly update: what each one says, its page on the web, their feed; with drafts and versions.
 * Owns the tables `edition`, `edition_content`, `edition_correction`, `edition_draft`, `edition_version`,
 * `edition_writer`.
 */
export type { EditionsTables, Variant } from './editions.tables.ts'
export type { DraftsTables } from './drafts.tables.ts'
export { editionsData } from './contributions.ts'
export { draftRoutes } from './draft.routes.ts'
export { historyRoutes } from './history.routes.tsx'
export { shareRoutes } from './share.routes.ts'
export { updateRoutes } from './archive.routes.tsx'
export { editionEntries } from './edition.feed.ts'
export { editionsDesk } from './edition.desk.ts'
export {
  findEdition,
  findLastPublished,
  insertEdition,
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
export { writeLetters } from './letter.actions.ts'
export { mailSources, renderLetters, type Rendered, type Setting } from './rendering.actions.ts'
export { contentFor, personalIn, settingOf } from './sending.setting.ts'
export { corrected, correctedLetters } from './correction.actions.ts'
export { listCorrections, saveCorrection } from './correction.data.ts'
export { findForSteward } from './edition.routes.ts'
export { lettersOf } from './edition.actions.ts'
export { findDraft, findLastHand, removeDraft, type Draft } from './draft.data.ts'
export { keepWriting } from './history.actions.ts'
export { Changes } from './changes.pages.tsx'
export { compare, type Comparison } from './changes.rules.ts'
export { KeepDraft, WritingNotices, type WritingState } from './writing-state.pages.tsx'
export { goesOn, othersWriting } from './draft.actions.ts'
