/**
 * Tools: what a group asks itself, as data: items, conditions, figures, findings, what to do next. Answered without an account; a run
 * keeps the version it was answered by, behind a link of its own.
 * Owns the tables `tool`, `tool_version`, `tool_run`.
 */
export type { ToolsTables } from './tools.tables.ts'
export { toolRoutes } from './tool.routes.tsx'
export { runRoutes } from './run.routes.tsx'
export { toolJobs } from './tools.jobs.ts'
export { myRunsSection, toolData } from './contributions.tsx'
export { seedTools } from './tool.seed.ts'
export { listToolsOfStep, toolTables, type Tool } from './tool.data.ts'
export { ToolsOfStep } from './tool.pages.tsx'
