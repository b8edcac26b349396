import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figures.ts'
import { startProgram } from './program.ts'

/** From nothing to the first page, on an empty data folder and on one that has been used. */
export async function benchStart(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-start-'))
  const empty = await timed(dataDir)
  const again = [await timed(dataDir), await timed(dataDir), await timed(dataDir)].toSorted((a, b) => a - b)[1] ?? Number.NaN
  rmSync(dataDir, { recursive: true, force: true })
  return [
    { figure: 'start to first page, empty data folder', ours: empty, unit: 's', bar: '<= 5 s', isMet: empty <= 5 },
    { figure: 'start to first page, built tree', ours: again, unit: 's', bar: '<= 2 s', isMet: again <= 2 },
  ]
}

async function timed(dataDir: string) {
  const program = await startProgram({ dataDir, keep: true })
  await program.stop()
  return program.secondsToFirstPage
}
