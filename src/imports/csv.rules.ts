/** Why a row could not be read as it stands. */
export type CsvFault = 'cell-too-long' | 'too-many-columns' | 'quote-not-closed'

/** One row of a table: where it begins in the file, counted from 1, and what stands in it. */
export type CsvRow = { line: number; cells: string[]; fault: CsvFault | null }

export const longestCell = 10_000
export const mostColumns = 500

/**
 * Reads a table as it comes, piece by piece, and never holds more than one row: RFC 4180, and what programs make of it. Lines may
 * end in any of three ways, mixed; a quotation mark inside a cell is kept as a letter; empty lines are passed over.
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const reader = newCsvReader(delimiter)
  for await (const piece of text) yield* reader.read(piece)
  yield* reader.end()
}

/** The rows of a text that is at hand whole. */
export function csvRows(text: string, delimiter: string): CsvRow[] {
  const reader = newCsvReader(delimiter)
  return [...reader.read(text), ...reader.end()]
}

/** begin: at the beginning of a cell. closing: after a quotation mark that ends the cell, unless a second follows. */
type Mode = 'begin' | 'plain' | 'quoted' | 'closing'

function newCsvReader(delimiter: string) {
  const state: State = { mode: 'begin', halfBreak: false, row: newRow(), rows: [], separator: new RegExp(`[\\r\\n${delimiter}]`, 'g') }
  return {
    read(text: string): CsvRow[] {
      for (let at = 0; at < text.length;) at = steps[state.mode](state, text, at)
      return state.rows.splice(0)
    },
    end(): CsvRow[] {
      const { mode, row, rows } = state
      if (mode === 'quoted') row.failAtQuote()
      if (mode !== 'begin' || row.hasCells()) row.endCell()
      if (row.hasCells()) rows.push(...row.end())
      return rows
    },
  }
}

type State = {
  mode: Mode
  /** The last letter was a line break of the kind that may have a second half. */
  halfBreak: boolean
  row: ReturnType<typeof newRow>
  rows: CsvRow[]
  separator: RegExp
}

/** Each reads on from a place in the text, and gives the place where the next goes on. */
const steps: Record<Mode, (state: State, text: string, at: number) => number> = {
  begin(state, text, at) {
    const isSecondHalf = state.halfBreak && text[at] === '\n'
    state.halfBreak = false
    if (isSecondHalf) return at + 1
    const isQuoted = text[at] === '"'
    if (isQuoted) state.row.open()
    state.mode = isQuoted ? 'quoted' : 'plain'
    return isQuoted ? at + 1 : at
  },
  plain(state, text, at) {
    state.separator.lastIndex = at
    const found = state.separator.exec(text)
    state.row.keep(text.slice(at, found?.index))
    if (!found) return text.length
    const [letter] = found
    state.row.endCell()
    if (letter === '\r' || letter === '\n') state.rows.push(...state.row.end())
    state.halfBreak = letter === '\r'
    state.mode = 'begin'
    return found.index + 1
  },
  quoted(state, text, at) {
    const end = text.indexOf('"', at)
    state.row.keepLines(text.slice(at, end < 0 ? undefined : end))
    if (end < 0) return text.length
    state.mode = 'closing'
    return end + 1
  },
  closing(state, text, at) {
    const isDoubled = text[at] === '"'
    if (isDoubled) state.row.keep('"')
    state.mode = isDoubled ? 'quoted' : 'plain'
    return isDoubled ? at + 1 : at
  },
}

/** The row that is being read. What is too much is counted and not kept. */
function newRow() {
  let [line, openedAt, breaks] = [1, 1, 0]
  let cells: string[] = []
  let cell = ''
  let fault: CsvFault | null = null
  let endedInHalf = false
  const keep = (text: string) => {
    if (cell.length + text.length > longestCell) fault ??= 'cell-too-long'
    if (cell.length < longestCell) cell += text.slice(0, longestCell - cell.length)
  }
  return {
    keep,
    open() {
      openedAt = line + breaks
      endedInHalf = false
    },
    /** Within quotation marks lines go on, and are counted. */
    keepLines(text: string) {
      breaks += (text.match(/\r\n?|\n/g)?.length ?? 0) - (endedInHalf && text.startsWith('\n') ? 1 : 0)
      endedInHalf = text === '' ? endedInHalf : text.endsWith('\r')
      keep(text)
    },
    endCell() {
      if (cells.length < mostColumns) cells.push(cell)
      else fault = 'too-many-columns'
      cell = ''
    },
    hasCells: () => cells.length > 0,
    failAtQuote() {
      fault = 'quote-not-closed'
    },
    end(): CsvRow[] {
      const read = { line: fault === 'quote-not-closed' ? openedAt : line, cells, fault }
      line += breaks + 1
      breaks = 0
      cells = []
      fault = null
      return read.fault === null && read.cells.every((one) => one.trim() === '') ? [] : [read]
    },
  }
}

const delimiters = [',', ';', '\t', '|']

/** What parts the cells of this table: that with which most lines have as many cells as the first. */
export function delimiterOf(beginning: string): string {
  const scores = delimiters.map((delimiter) => {
    const rows = csvRows(beginning, delimiter).slice(0, 20)
    const columns = rows[0]?.cells.length ?? 0
    const alike = rows.filter(({ cells }) => cells.length === columns).length
    return { delimiter, score: columns > 1 ? (columns * alike) / rows.length : 0 }
  })
  return scores.toSorted((one, other) => other.score - one.score)[0]?.delimiter ?? ','
}
