import { csvRows, type CsvRow } from './csv.rules.ts'

/** The rows of a small file that is here whole, read with each of these signs between cells: a table with lines above it does not tell by its first. */
export const readings = (text: string, delimiters: string[]): CsvRow[][] => delimiters.map((delimiter) => csvRows(text, delimiter))
