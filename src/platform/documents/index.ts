/**
 * Documents that leave the web: papers as PDF, and as Word for whoever goes on writing in them. They are made from Markdown's tree and
 * carry nothing that was not written: no script, no formula, no field, no other link. Owns no table.
 */
export type { Paper, Part } from './paper.ts'
export { paperPdf } from './pdf.ts'
export { paperWord } from './word.ts'
