/**
 * Bringing people along from another system: a Mailchimp export, any table, address cards. Looked at before anyone is taken in, taken
 * in by the consent that the steward states, and taken back on demand. Nobody who left, bounced or was forgotten comes back by it.
 * Owns the tables `import`, `import_row`, `import_fault`, `person_tag`.
 */
export type { ImportsTables } from './imports.tables.ts'
export { refusalWords } from './fault.words.ts'
export { importFile } from './import-file.actions.ts'
export { forgetImported, tagsData } from './imports.contributions.ts'
export { importsDesk } from './imports.desk.ts'
export { importJobs } from './imports.jobs.ts'
export { importRoutes } from './imports.routes.tsx'
export { importUploads } from './upload.ts'
export { readings } from './whole-table.ts'
