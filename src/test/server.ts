import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests may create databases. */
    serverUrl: string
  }
}

/** One PostgreSQL for the run: the one of DATABASE_URL, or one that is thrown away. */
export default async function startServer(project: TestProject) {
  const given = process.env['DATABASE_URL']
  if (given) {
    project.provide('serverUrl', given)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-test-'))
  const { startEmbedded } = await import('#database/embedded')
  const server = await startEmbedded({ dataDir: folder, throwaway: true })
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
