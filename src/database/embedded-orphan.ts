import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './embedded-place.ts'
import { comesTrue, isPostgresOn, readPostmaster, shutDown } from './embedded-process.ts'

/**
 * Stops the PostgreSQL that a killed Guildhall left behind, cleanly. It is started again rather than taken over as it is: then it is our child,
 * what it says reaches us, and no statement of the dead process is still at work.
 */
export async function stopOrphan({ cluster, socketDir }: Place, log: (sentence: string) => void): Promise<void> {
  const left = readPostmaster(cluster)
  if (!left) return
  if (isPostgresOn(cluster, left.pid)) {
    log(`A PostgreSQL was left running on this data folder (process ${left.pid}): stopping it first.`)
    await shutDown(left.pid, () => !isPostgresOn(cluster, left.pid))
  }
  if (readPostmaster(cluster) && isAlive(left.pid) && (await comesTrue(() => !isMemoryInUse(left.memory), 5))) {
    // In containers another program soon has the number, or nobody buries the dead: PostgreSQL would take either for itself and refuse.
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    rmSync(join(socketDir, '.s.PGSQL.5432.lock'), { force: true })
  }
}

/** True of a process that ended and was not buried as well, as it is for PostgreSQL. */
function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A connection's process can outlive its postmaster for a moment; while one does, the file is what keeps a second postmaster out. */
function isMemoryInUse(id: number) {
  const list = '/proc/sysvipc/shm'
  if (!existsSync(list)) return true
  const rows = readFileSync(list, 'utf8')
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  return rows.some(([, shmid, , , , , attached]) => Number(shmid) === id && Number(attached) > 0)
}
