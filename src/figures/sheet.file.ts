import { stringify } from 'csv-stringify/sync'
import { answerDownload, type Asked } from '#platform/http'
import type { Sheet } from './sheet.rules.ts'

/** A table for a spreadsheet: UTF-8 with its mark, so that Excel reads it right; what would be taken for a formula is made a word. */
export function answerSheet(c: Asked, name: string, { head, rows }: Sheet): Response {
  const cells = rows.map((row) => row.map((cell) => cell ?? c.var.t('fewer than 5')))
  const text = stringify([head, ...cells], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return answerDownload(c, { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', pieces: once(text) })
}

async function* once(text: string) {
  yield await Promise.resolve(text)
}
