/**
 * The toolkit's steps, from building a support team to sustaining the work: each in order, with what to do, what to leave and when it is
 * done. People mark at which step their partnership is. Owns the tables `step`, `step_text`, `step_standing`, `step_done`.
 */
export type { StepsTables } from './steps.tables.ts'
export { paperRoutes } from './paper.routes.ts'
export { progressRoutes } from './progress.routes.tsx'
export { myStepSection, progressData } from './progress.contributions.tsx'
export { NextStep } from './progress.pages.tsx'
export { findMyStanding } from './standing.ts'
export { listSteps } from './step.data.ts'
export { stepOrderRoutes } from './step-order.routes.tsx'
export { toolkitRoutes } from './step.routes.tsx'
export { toolkitWritingRoutes } from './step-writing.routes.tsx'
export { stepPages, takeStepPages } from './step.files.ts'
export { seedSteps } from './step.seed.ts'
