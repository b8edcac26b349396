import { z } from 'zod'
import { transaction, type Db } from '#database'
import type { Config } from '#config'
import type { Job, Jobs } from '#platform/jobs'
import { discardImport } from './begin.actions.ts'
import { checkImport } from './check.actions.ts'
import { forgetRows, listAbandoned, listStalled } from './import.data.ts'
import { stageOf } from './stage.rules.ts'
import { takeImport } from './take.actions.ts'
import { undoImport } from './undo.actions.ts'

const payload = z.object({ importId: z.uuid() })
const fileIsKept = Temporal.Duration.from({ hours: 24 * 7 })
const rowsAreKept = Temporal.Duration.from({ hours: 24 * 30 })

export const importJobs: Jobs = {
  'check-import': (db, data, now, config) => checkImport(db, config, payload.parse(data).importId, now),
  'take-import': (db, data, now, config) => takeImport(db, config, payload.parse(data).importId, now),
  'undo-import': (db, data, now) => undoImport(db, payload.parse(data).importId, now),
  'go-on-with-imports': (db, _data, now, config) => goOn(db, config, now),
  'forget-old-imports': (db, _data, now, config) => forgetOld(db, config, now),
}

/** What a worker left undone when it died is gone on with. */
const goOn = async (db: Db, config: Config, now: Temporal.Instant) => {
  for (const found of await listStalled(db)) {
    const stage = stageOf(found)
    if (stage === 'checking') await checkImport(db, config, found.id, now)
    if (stage === 'taking') await takeImport(db, config, found.id, now)
    if (stage === 'undoing') await undoImport(db, found.id, now)
  }
}

/** Files that nobody said yes to go after a week; what an undo needs after a month. */
const forgetOld: (...of: Parameters<typeof goOn>) => ReturnType<Job> = async (db, config, now) => {
  for (const { id } of await listAbandoned(db, now.subtract(fileIsKept))) await discardImport(db, config.dataDir, id)
  await transaction(db, (tx) => forgetRows(tx, now.subtract(rowsAreKept)))
}
