import { transaction, type Db, type Tx } from '#database'
import type { Config } from '#config'
import type { Consenting } from '#mailing'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { batch } from './check.actions.ts'
import { findImportById, lockImport, planForMany, saveTaken, saveTakingEnded, type Import } from './import.data.ts'
import { judge } from './judge.actions.ts'
import { listAsked, saveDeeds } from './row.data.ts'
import { stageOf } from './stage.rules.ts'
import { takeRows } from './take-rows.actions.ts'
import { removeFile } from './upload.ts'
import { addCounts, countVerdicts } from './verdict.rules.ts'

/** Takes the people of a file in, so many at a time, each batch whole or not at all: broken off, it goes on where it was. */
export async function takeImport(db: Db, { dataDir }: Pick<Config, 'dataDir'>, id: string, now: Temporal.Instant): Promise<void> {
  const network = await findRootNetwork(db)
  if (!network) return
  for (let isMore = true; isMore;) isMore = await transaction(db, (tx) => takeBatch(tx, network, id, now))
  // The file has served. Whoever comes second to this finds nothing.
  if ((await findImportById(db, id))?.takenAt) await removeFile(dataDir, id)
}

async function takeBatch(tx: Tx, network: Here, id: string, now: Temporal.Instant): Promise<boolean> {
  await planForMany(tx)
  const found = await lockImport(tx, id)
  if (!found?.listId || stageOf(found) !== 'taking') return false
  const rows = await listAsked(tx, id, { after: found.lastNumber, limit: batch })
  const last = rows.at(-1)?.number
  if (last === undefined) {
    await saveTakingEnded(tx, id, now)
    return false
  }
  const judged = await judge(tx, network, found.listId, rows)
  const done = await takeRows(tx, { importId: id, network, of: consentingOf(found, found.listId), now }, judged)
  await saveDeeds(tx, id, { after: found.lastNumber, to: last }, done)
  await saveTaken(tx, id, { lastNumber: last, taken: addCounts(found.taken ?? {}, countVerdicts(judged.map(({ verdict }) => verdict))) })
  return true
}

const consentingOf = ({ networkId, fileName, origin, wording }: Import, listId: string): Consenting => ({
  networkId,
  listId,
  wording,
  source: `import of ${fileName}: ${origin}`,
})
