import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#config'
import type { Db } from '#database'
import { findDatabaseIdentity } from './home.data.ts'

/** Where a program runs: what differs in a copy, and in a backup that was restored elsewhere. */
export type Place = { baseUrl: string; database: string; machine: string }

type Settings = Pick<Config, 'baseUrl' | 'dataDir' | 'databaseUrl'>

export async function findPlace(db: Db, { baseUrl, dataDir, databaseUrl }: Settings): Promise<Place> {
  return { baseUrl, database: await findDatabaseIdentity(db), machine: machineOf(dataDir, databaseUrl) }
}

/** Of a database on this machine, the data folder; of one elsewhere, its address. */
function machineOf(dataDir: string, databaseUrl: string | null): string {
  const address = databaseUrl === null ? null : new URL(databaseUrl)
  return address?.hostname ? `${address.hostname}:${address.port || '5432'}${address.pathname}` : readMark(dataDir)
}

const fileIn = (dataDir: string) => join(dataDir, 'machine-id')

/** Marks a data folder, once, so that a copy of it can be told from the folder itself. */
export function markMachine(dataDir: string): void {
  const file = fileIn(dataDir)
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `${randomUUID()}\n`, { flag: 'wx', mode: 0o644 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The mark, and which file it stands in: a copy has the same words in another file. */
function readMark(dataDir: string): string {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return 'unmarked'
  const { ino, birthtimeMs } = statSync(file, { bigint: true })
  return `${readFileSync(file, 'utf8').trim()} ${ino}.${birthtimeMs}`
}
