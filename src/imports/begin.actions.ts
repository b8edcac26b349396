import { copyFile, mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { newId, transaction, type Db, type Tx } from '#database'
import { addJob } from '#platform/jobs'
import { findIn } from './finding.ts'
import { unlessUnusable, type FileRefusal, type Found } from './found.ts'
import {
  lockImport,
  removeImport,
  saveDescription,
  saveImport,
  saveTakingBegan,
  saveUndoingBegan,
  type Description,
  type Import,
} from './import.data.ts'
import { mayUndo, stageOf } from './stage.rules.ts'
import { fileOf, receiveFile, removeFile, shortName } from './upload.ts'

export type Begun = { id: string; found: Found }
type Beginner = { network: { id: string }; dataDir: string; personId: string | null }

/** Takes the file of a form in, and looks what it is. Nobody is on any list by that. */
export const beginImport = (db: Db, by: Beginner, request: Request, now: Temporal.Instant) =>
  begin(db, by, (id) => receiveFile(request, by.dataDir, id), now)

/** The same with a file of whoever runs the server. */
export const beginImportOf = (db: Db, by: Beginner, path: string, now: Temporal.Instant) =>
  begin(
    db,
    by,
    async (id) => {
      await mkdir(dirname(fileOf(by.dataDir, id)), { recursive: true, mode: 0o700 })
      await copyFile(path, fileOf(by.dataDir, id))
      return shortName(basename(path))
    },
    now,
  )

async function begin(
  db: Db,
  { network, dataDir, personId }: Beginner,
  bring: (id: string) => Promise<string>,
  now: Temporal.Instant,
): Promise<Begun | { refused: FileRefusal }> {
  const id = newId()
  const outcome = await unlessUnusable(async () => {
    const fileName = await bring(id)
    const found = await findIn(fileOf(dataDir, id))
    await saveImport(db, { id, networkId: network.id, begunBy: personId, fileName, found }, now)
    return { id, found }
  })
  if ('refused' in outcome) await removeFile(dataDir, id)
  return outcome
}

/** Keeps what the steward says of the file; it can be read by that. Says whether it was time for that. */
export const describeImport = (db: Db, id: string, description: Description, now: Temporal.Instant): Promise<boolean> =>
  transaction(db, async (tx) => {
    const isOpen = isNotTaken(await lockImport(tx, id))
    if (isOpen) await saveDescription(tx, id, description, now)
    return isOpen
  })

/** The yes to all that was shown: the people of the file may come in. Said twice, they come in once. */
export const agreeToTake = (db: Db, id: string, now: Temporal.Instant): Promise<boolean> =>
  transaction(db, async (tx) => {
    const found = await lockImport(tx, id)
    const isTime = found !== undefined && stageOf(found) === 'checked'
    if (isTime) await saveTakingBegan(tx, id, now)
    return isTime
  })

const agreeToUndo = (db: Db, id: string, now: Temporal.Instant): Promise<boolean> =>
  transaction(db, async (tx) => {
    const found = await lockImport(tx, id)
    const isTime = found !== undefined && mayUndo(found, now)
    if (isTime) await saveUndoingBegan(tx, id, now)
    return isTime
  })

export const checkLater = (db: Db, id: string, description: Description, now: Temporal.Instant) =>
  followedBy(db, 'check-import', id, (tx) => describeImport(tx, id, description, now))

export const takeLater = (db: Db, id: string, now: Temporal.Instant) => followedBy(db, 'take-import', id, (tx) => agreeToTake(tx, id, now))

export const undoLater = (db: Db, id: string, now: Temporal.Instant) => followedBy(db, 'undo-import', id, (tx) => agreeToUndo(tx, id, now))

/** The decision and the job that carries it out are kept together. */
const followedBy = (db: Db, job: string, importId: string, decide: (tx: Tx) => Promise<boolean>): Promise<boolean> =>
  transaction(db, async (tx) => {
    const isTime = await decide(tx)
    if (isTime) await addJob(tx, job, { importId })
    return isTime
  })

/** Throws the file away, and all that was read of it, while nobody has come in by it. */
export async function discardImport(db: Db, dataDir: string, id: string): Promise<boolean> {
  const isGone = await transaction(db, async (tx) => {
    const isOpen = isNotTaken(await lockImport(tx, id))
    if (isOpen) await removeImport(tx, id)
    return isOpen
  })
  if (isGone) await removeFile(dataDir, id)
  return isGone
}

const isNotTaken = (found: Import | undefined) => found !== undefined && ['begun', 'checking', 'checked'].includes(stageOf(found))
