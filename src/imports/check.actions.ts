import { newId, transaction, type Db } from '#database'
import type { Config } from '#config'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import type { CsvRow } from './csv.rules.ts'
import { UnusableFile, unlessUnusable, type Part } from './found.ts'
import { findImportById, planForMany, saveChecked, saveRead, saveRun, type Import } from './import.data.ts'
import { judge } from './judge.actions.ts'
import { eachRow } from './reading.ts'
import { saveFaults, saveRows, type ImportFault, type NewRow } from './row.data.ts'
import { placesOf, readRow, type ReadRow, type Wants } from './row.rules.ts'
import { stageOf } from './stage.rules.ts'
import { fileOf } from './upload.ts'
import { vcardColumns } from './vcard.rules.ts'
import { addCounts, countVerdicts, type Counts } from './verdict.rules.ts'

export const batch = 1_000
/** Of a row that cannot be taken, so much is given back. */
const longestGivenBack = 4_000

/** Reads the whole file and tells what would become of each row. Nobody is on any list by that; begun anew, it begins at the top. */
export async function checkImport(db: Db, { dataDir }: Pick<Config, 'dataDir'>, id: string, now: Temporal.Instant): Promise<void> {
  const found = await findImportById(db, id)
  if (!found || stageOf(found) !== 'checking') return
  const run = { id, runId: newId() }
  await transaction(db, (tx) => saveRun(tx, id, run.runId))
  const outcome = await unlessUnusable(() => readAll(db, dataDir, found, run))
  if (outcome === 'overtaken') return
  await saveChecked(db, run, 'refused' in outcome ? { fault: outcome.refused } : outcome, now)
}

type Run = { id: string; runId: string }
class Overtaken extends Error {}

async function readAll(db: Db, dataDir: string, found: Import, run: Run): Promise<{ checked: Counts } | 'overtaken'> {
  const network = await findRootNetwork(db)
  const listId = found.listId
  if (!network || !listId) throw new UnusableFile('empty')
  const pile = newPile()
  let checked: Counts = {}
  let keeping: Promise<unknown> = Promise.resolve()
  const keepNow = async (full: Pile) => {
    checked = addCounts(checked, await keepPile(db, { network, listId }, run, full))
  }
  // While one pile is kept the next is read; there are never more than two.
  const keep = async () => {
    await keeping
    keeping = keepNow(pile.take())
    // It is awaited with the next pile, or at the end.
    keeping.catch(() => undefined)
  }
  try {
    await eachRow(fileOf(dataDir, found.id), found.found.parts, async (part, row) => {
      pile.add(part, row, found)
      if (pile.isFull()) await keep()
    })
    await keep()
    await keeping
    return { checked }
  } catch (error) {
    if (error instanceof Overtaken) return 'overtaken'
    throw error
  }
}

type Pile = { rows: NewRow[]; faults: ImportFault[]; read: number }

type Taken = Exclude<ReadRow, { fault: unknown }>

/** Rows that were read and not kept yet. */
function newPile() {
  const empty = (read: number): Pile => ({ rows: [], faults: [], read })
  let pile = empty(0)
  return {
    isFull: () => pile.rows.length + pile.faults.length >= batch,
    add(part: Part, row: CsvRow, { found, columns }: Pick<Import, 'found' | 'columns'>) {
      const number = ++pile.read
      const read = row.fault
        ? { fault: row.fault }
        : readRow(row.cells, placesIn(part, found.kind === 'vcard' ? vcardColumns : (columns ?? {})))
      const file = part.entry ?? ''
      if ('fault' in read) pile.faults.push({ number, file, line: row.line, fault: read.fault, cells: givenBack(row.cells) })
      else pile.rows.push(packed(number, read, part.wants === 'on' ? read.wants : part.wants))
    },
    take() {
      const taken = pile
      pile = empty(pile.read)
      return taken
    },
  }
}

/** As text at once: what a row says would else hold the piece of the file that it was read from. */
const packed = (number: number, { address, facts }: Taken, wants: Wants): NewRow => ({
  number,
  address,
  wants,
  leftAt: facts.leftAt,
  facts: JSON.stringify(facts),
})

const known = new WeakMap<Part, ReturnType<typeof placesOf>>()

/** The same for every row of a part. */
function placesIn(part: Part, columns: NonNullable<Import['columns']>) {
  const places = known.get(part) ?? placesOf(columns, part.heads)
  known.set(part, places)
  return places
}

function givenBack(cells: string[]): string[] {
  let left = longestGivenBack
  return cells.slice(0, 100).map((cell) => {
    const part = cell.slice(0, left).toWellFormed().replaceAll('\0', '')
    left -= part.length
    return part
  })
}

/** Keeps a pile and says what would become of its rows as things stand now. */
async function keepPile(db: Db, { network, listId }: { network: Here; listId: string }, run: Run, pile: Pile): Promise<Counts> {
  return transaction(db, async (tx) => {
    await planForMany(tx)
    if (!(await saveRead(tx, run, pile.read))) throw new Overtaken()
    const kept = await saveRows(tx, run.id, pile.rows)
    await saveFaults(tx, run.id, pile.faults)
    const rows = pile.rows.filter(({ number }) => kept.has(number))
    const judged = await judge(tx, network, listId, rows)
    const others = { duplicate: pile.rows.length - rows.length, bad: pile.faults.length }
    return addCounts(countVerdicts(judged.map(({ verdict }) => verdict)), others)
  })
}
