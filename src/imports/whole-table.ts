import { csvRows, type CsvRow } from './csv.rules.ts'
import { encodingOf } from './encoding.rules.ts'

/** What a small file says, whatever program wrote its letters. */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  return new TextDecoder(await encodingOf(once(bytes))).decode(bytes)
}

/** Its rows, read with each of these signs between cells: a table with lines above it does not tell by its first. */
export const readings = (text: string, delimiters: string[]): CsvRow[][] => delimiters.map((delimiter) => csvRows(text, delimiter))

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
