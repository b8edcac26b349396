import type { Config } from '#config'
import type { Db } from '#database'
import type { List } from '#mailing'
import type { Here } from '#platform/http'
import { agreeToTake, beginImportOf, describeImport } from './begin.actions.ts'
import { checkImport } from './check.actions.ts'
import { guessColumns } from './columns.rules.ts'
import type { FileRefusal } from './found.ts'
import { findImportById, type Import } from './import.data.ts'
import { takeImport } from './take.actions.ts'
import type { Counts } from './verdict.rules.ts'

type ImportOutcome = { id: string; taken: Counts; checked: Counts } | { refused: FileRefusal }
type Wish = { path: string; list: List; wording: string; origin: string }

/** Whoever runs the server brings people along from the command line: the same steps, one after the other. */
export async function importFile(
  db: Db,
  { config, network }: { config: Config; network: Here },
  { path, list, wording, origin }: Wish,
  now: Temporal.Instant,
): Promise<ImportOutcome> {
  const begun = await beginImportOf(db, { network, dataDir: config.dataDir, personId: null }, path, now)
  if ('refused' in begun) return begun
  const { id, found } = begun
  const columns = guessColumns(found.heads, found.sample)
  if (!columns.email && found.kind !== 'vcard') return { refused: 'no-address-column' }
  await describeImport(db, id, { columns, listId: list.id, origin, wording }, now)
  await checkImport(db, config, id, now)
  await agreeToTake(db, id, now)
  await takeImport(db, config, id, now)
  return outcomeOf(await findImportById(db, id))
}

function outcomeOf(found: Import | undefined): ImportOutcome {
  if (!found) throw new Error('The import is gone.')
  const { id, fault, checked, taken } = found
  return fault ? { refused: fault as FileRefusal } : { id, checked: checked ?? {}, taken: taken ?? {} }
}
