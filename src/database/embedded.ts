import { resolve } from 'node:path'
import { findBinaries } from './embedded-binaries.ts'
import { databaseName, prepareCluster, superuser } from './embedded-cluster.ts'
import { lockFolder } from './embedded-lock.ts'
import { stopOrphan } from './embedded-orphan.ts'
import { choosePlace, makeFolders, type Place } from './embedded-place.ts'
import { problemFrom } from './embedded-problems.ts'
import { isPostgresOn, readPostmaster } from './embedded-process.ts'
import { runServer } from './embedded-server.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** For tests: quick, and nothing survives a crash of the machine. */
  throwaway?: boolean
  log?: (sentence: string) => void
}

export type Embedded = {
  url: string
  /** The folder in use: another than the one asked for where `moved`. */
  dataDir: string
  moved: boolean
  socketDir: string
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm ships, as a child process on a Unix socket, on a data folder that nobody else uses.
 * Throws a StartupProblem with what to mend. The programs are called directly: the package's own class listens on TCP with a password,
 * knows no root whose clone others cannot reach, and leaves PostgreSQL behind when we are killed.
 */
export async function startEmbedded({ dataDir, throwaway = false, log = () => undefined }: EmbeddedOptions): Promise<Embedded> {
  const place = choosePlace(resolve(dataDir))
  let unlock: (() => void) | undefined
  try {
    makeFolders(place)
    unlock = lockFolder(place.dataDir)
    const stopServer = await bringUp(place, throwaway, log)
    return embedded(place, stopServer, unlock)
  } catch (error) {
    unlock?.()
    throw problemFrom(error, place)
  }
}

/** The PostgreSQL that another process started on this data folder, for a command beside a running Guildhall. */
export function findEmbedded(dataDir: string): { url: string; dataDir: string } | undefined {
  const place = choosePlace(resolve(dataDir))
  const found = readPostmaster(place.cluster)
  const runs = found?.isReady && isPostgresOn(place.cluster, found.pid)
  return runs ? { url: urlOf(found.socketDir), dataDir: place.dataDir } : undefined
}

async function bringUp(place: Place, throwaway: boolean, log: (sentence: string) => void) {
  const binaries = findBinaries(place.account)
  await stopOrphan(place, log)
  await prepareCluster(place, binaries, throwaway)
  return runServer({ place, binaries, throwaway, log })
}

function embedded({ dataDir, socketDir, moved }: Place, stopServer: () => Promise<void>, unlock: () => void): Embedded {
  let stopped: Promise<void> | undefined
  return { url: urlOf(socketDir), dataDir, moved, socketDir, stop: () => (stopped ??= stopServer().finally(unlock)) }
}

const urlOf = (socketDir: string) => `postgresql:///${databaseName}?host=${encodeURIComponent(socketDir)}&user=${superuser}`
