import type { Config } from '#config'
import { findEmbedded, startEmbedded } from '#database/embedded'
import { StartupProblem } from '#problem'
import { parts, type Part } from './parts.ts'

export type OpenDatabase = { url: string; dataDir: string; moved: boolean; stop: () => Promise<void> }

/** The server of DATABASE_URL; or, when everything runs in this one process, the PostgreSQL that npm ships. */
export async function openDatabase(config: Config, asked: Part[]): Promise<OpenDatabase> {
  const nothing = { dataDir: config.dataDir, moved: false, stop: () => Promise.resolve() }
  if (config.databaseUrl) return { ...nothing, url: config.databaseUrl }
  if (asked.length === parts.length) return startEmbedded({ dataDir: config.dataDir })
  const running = findEmbedded(config.dataDir)
  if (running) return { ...nothing, ...running }
  throw new StartupProblem('To run a part on its own, set DATABASE_URL, or run npm start first: its database is then used.')
}
