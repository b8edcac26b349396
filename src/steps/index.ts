/**
 * The toolkit's steps, from building a support team to sustaining the work: each in order, with what to do, what to leave and when it is
 * done. Owns the tables `step`, `step_text`.
 */
export type { StepsTables } from './steps.tables.ts'
export { paperRoutes } from './paper.routes.ts'
export { toolkitRoutes } from './step.routes.tsx'
export { toolkitWritingRoutes } from './step-writing.routes.tsx'
export { seedSteps } from './step.seed.ts'
