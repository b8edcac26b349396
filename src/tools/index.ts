/**
 * Tools: what a group asks itself, as data: items, conditions, figures, findings, what to do next. Answered without an account; a run
 * keeps the version it was answered by, behind a link of its own.
 * Owns the tables `tool`, `tool_version`, `tool_run`, `tool_comparison`.
 */
export type { ToolsTables } from './tools.tables.ts'
export { toolRoutes } from './tool.routes.tsx'
export { runRoutes } from './run.routes.tsx'
export { toolJobs } from './tools.jobs.ts'
export { myRunsSection, toolData } from './contributions.tsx'
export { seedTools } from './tool.seed.ts'
export { listToolsOfStep, toolTables, type Tool } from './tool.data.ts'
export { ToolsOfStep } from './tool.pages.tsx'
export { findTool, findVersion } from './tool.data.ts'
export { ToolFields } from './fields.pages.tsx'
export { readTyped } from './typed.form.ts'
export { typedFrom } from './typed.rules.ts'
export { choicesOf, readAnswers, type Answers } from './reading.rules.ts'
export { resultOf } from './result.rules.ts'
export { NextThings, Said } from './result.pages.tsx'
export { figureWords, inWords } from './tool.words.ts'
export { askPath, paths as toolPaths } from './tools.paths.ts'
export type { Choice, Item, ScaleItem, Score, ToolDefinition } from './tool.definition.ts'
