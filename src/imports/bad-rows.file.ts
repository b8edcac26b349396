import { stringify } from 'csv-stringify/sync'
import type { Db } from '#database'
import type { Words } from '#platform/text'
import { faultWords } from './fault.words.ts'
import type { Import } from './import.data.ts'
import { listFaults } from './row.data.ts'

const onePiece = 2_000
const options = { escape_formulas: true, record_delimiter: 'windows' } as const

/** The rows that could not be taken, with the line and the reason of each: to be mended and brought again. */
export async function* badRowsFile(db: Db, { id, found }: Pick<Import, 'id' | 'found'>, t: Words): AsyncGenerator<string> {
  const hasFiles = found.parts.some(({ entry }) => entry !== null)
  const head = [...(hasFiles ? [t('File')] : []), t('Line'), t('Reason'), ...found.heads]
  yield stringify([head], { ...options, bom: true })
  for (let after = 0; ;) {
    const faults = await listFaults(db, id, { after, limit: onePiece })
    if (faults.length === 0) return
    after = faults.at(-1)?.number ?? after
    yield stringify(
      faults.map(({ file, line, fault, cells }) => [...(hasFiles ? [file] : []), line, faultWords(t)[fault], ...cells]),
      options,
    )
  }
}
