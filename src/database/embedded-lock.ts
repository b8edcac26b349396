import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupProblem } from '#problem'

const busy = 5

/**
 * Lets one Guildhall at a time use a data folder; the answer gives it back.
 * SQLite's lock is the kernel's: it ends with the process however that dies, and no reused number can fool it. Node has no `flock` of its own.
 */
export function lockFolder(dataDir: string): () => void {
  const file = new DatabaseSync(join(dataDir, 'guildhall.lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
    writeFileSync(processFile(dataDir), `${process.pid}\n`)
  } catch (error) {
    file.close()
    throw isBusy(error) ? alreadyRunning(dataDir) : error
  }
  return () => file.close()
}

const processFile = (dataDir: string) => join(dataDir, 'guildhall.pid')

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === busy

function alreadyRunning(dataDir: string) {
  const holder = readFileSync(processFile(dataDir), 'utf8').trim()
  return new StartupProblem(
    `Guildhall is already running on this data folder (process ${holder}): ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
  )
}
