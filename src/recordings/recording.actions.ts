import { afterCommit, transaction, type Db } from '#database'
import { removeLarge } from '#platform/files'
import { removeKept } from './recording.data.ts'
import type { Purpose } from './recordings.tables.ts'

/** Takes the file away for good. */
export const dropKept = (db: Db, dataDir: string, webinarId: string, purpose: Purpose): Promise<void> =>
  transaction(db, async (tx) => {
    const file = await removeKept(tx, webinarId, purpose)
    if (file) afterCommit(tx, () => void removeLarge(dataDir, file))
  })
