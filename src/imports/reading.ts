import { createReadStream } from 'node:fs'
import { decoded } from '#platform/text'
import { readCsv, type CsvRow } from './csv.rules.ts'
import { UnusableFile, type Part } from './found.ts'
import { readVcards } from './vcard.rules.ts'
import { openZip, type Packed } from './zip.ts'

/** The files to read behind this path: the one itself, or those packed in it. */
export async function openFile<T>(path: string, isZip: boolean, work: (packed: Packed[]) => Promise<T>): Promise<T> {
  return isZip ? openZip(path, work) : work([{ name: '', bytes: () => createReadStream(path) }])
}

/** All rows of all parts, in their order, with the part each comes from. Headings are not rows. */
export async function eachRow(path: string, parts: Part[], take: (part: Part, row: CsvRow) => Promise<void>): Promise<void> {
  const isZip = parts.some(({ entry }) => entry !== null)
  await openFile(path, isZip, async (packed) => {
    for (const part of parts) {
      const file = packed.find(({ name }) => name === (part.entry ?? ''))
      if (!file) throw new UnusableFile('zip-broken')
      let isHeading = part.hasHeading
      for await (const row of rowsOf(file, part)) {
        if (!isHeading) await take(part, row)
        isHeading = false
      }
    }
  })
}

export const rowsOf = (
  file: Packed,
  { kind, encoding, delimiter }: Pick<Part, 'kind' | 'encoding' | 'delimiter'>,
): AsyncIterable<CsvRow> => {
  const text = decoded(file.bytes(), encoding)
  return kind === 'vcard' ? readVcards(text) : readCsv(text, delimiter)
}
