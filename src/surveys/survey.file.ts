import { stringify } from 'csv-stringify/sync'
import type { Words } from '#platform/text'
import { sideWords } from './survey.pages.tsx'
import type { SideResult } from './survey.rules.ts'

/** The same as the page shows, as a table for a spreadsheet: no row tells who said it, and none is a formula. */
export function surveyFile(sides: SideResult[], t: Words): string {
  const words = sideWords(t)
  const rows = sides.flatMap(({ side, results }) =>
    (results ?? []).flatMap(({ asked, counts, words: said }) => [
      ...counts.map(({ answer, count }) => [words[side], asked, t(answer), count]),
      ...said.map((answer) => [words[side], asked, answer, 1]),
    ]),
  )
  const head = [t('Who'), t('Question'), t('Answer'), t('People')]
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
