import { ShareBar, Table, usePage, useWords } from '#platform/html'
import { numbersOf, type Cell, type Sheet } from './sheet.rules.ts'

export type SheetTableProps = {
  caption: string
  sheet: Sheet
  /** Where its file is, when it has one of its own. */
  file?: string
  /** The column of which each row shows its share as a bar. */
  barOf?: number
  /** Folded away: a chart shows the same. */
  folded?: boolean
}

/** A table with the way to its file; long ones are folded below their chart. */
export function SheetTable({ caption, sheet, file, barOf, folded }: SheetTableProps) {
  const t = useWords()
  const table = <Rows caption={caption} sheet={sheet} barOf={barOf} />
  const download = file && <SheetFile file={file} />
  if (!folded)
    return (
      <>
        {table}
        {download}
      </>
    )
  return (
    <details>
      <summary>{t('All figures as a table')}</summary>
      {table}
      {download}
    </details>
  )
}

export function SheetFile({ file }: { file: string }) {
  const t = useWords()
  return (
    <p class="quiet">
      <a href={file}>{t('Take the table along (CSV)')}</a>
    </p>
  )
}

function Rows({ caption, sheet, barOf }: Pick<SheetTableProps, 'caption' | 'sheet'> & { barOf: number | undefined }) {
  const shown = useShown()
  const valueOf = (row: Cell[]) => (typeof row[barOf ?? -1] === 'number' ? Number(row[barOf ?? -1]) : 0)
  const most = Math.max(0, ...sheet.rows.map(valueOf))
  const named = (row: Cell[]) => (
    <>
      {shown(row[0] ?? null)}
      {barOf !== undefined && <ShareBar value={valueOf(row)} most={most} />}
    </>
  )
  return (
    <Table
      caption={caption}
      quietCaption
      head={sheet.head}
      rows={sheet.rows.map((row) => [named(row), ...row.slice(1).map(shown)])}
      numbers={numbersOf(sheet)}
    />
  )
}

/** A figure in the reader's language, and words for one too small to be shown. */
export function useShown(): (cell: Cell) => string {
  const t = useWords()
  const { language } = usePage()
  return (cell) => (cell === null ? t('fewer than 5') : typeof cell === 'number' ? cell.toLocaleString(`${language}-US`) : cell)
}
