/**
 * Trials: two subjects tried on part of the readers of an edition, and the better one for the rest.
 * Who is dealt which follows from who they are; nothing of it is kept about a person.
 * Owns the table `edition_trial`.
 */
export { trialRoutes } from './trial.routes.tsx'
export { countArms, decideTrial, startTrial } from './trial.actions.ts'
export { findTrial, inParts, listVariants } from './trial.data.ts'
export { isOpen, partsFor, type Parts } from './trial.rules.ts'
export type { TrialsTables, UsefulAct } from './trials.tables.ts'
