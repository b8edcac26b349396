/**
 * Drafts: what is typed at an edition and not saved yet, who else writes at it, each version that was saved, and what
 * changed from one to another.
 * Owns the tables `edition_draft`, `edition_version`, `edition_writer`.
 */
export { draftRoutes } from './draft.routes.ts'
export { editionsData } from './contributions.ts'
export { historyRoutes } from './history.routes.tsx'
export type { DraftsTables } from './drafts.tables.ts'
export { keepWriting } from './history.actions.ts'
export { findDraft, findLastHand, removeDraft, type Draft } from './draft.data.ts'
export { Changes } from './changes.pages.tsx'
export { KeepDraft, WritingNotices, type WritingState } from './writing-state.pages.tsx'
export { compare, type Comparison } from './changes.rules.ts'
export { goesOn, othersWriting } from './draft.actions.ts'
