import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What PostgreSQL writes in `postmaster.pid` of the cluster it runs on. */
export type Postmaster = { pid: number; socketDir: string; memory: number; isReady: boolean }

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , , socketDir = '', , memory = '', status = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), socketDir, memory: Number(memory.trim().split(/\s+/)[1]), isReady: status.startsWith('ready') }
  } catch {
    return undefined
  }
}

/** Whether the process is PostgreSQL at work in this cluster: a number alone may long be another program's. */
export function isPostgresOn(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return commandOf(pid).includes(`postgres -D ${cluster} `)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

const commandOf = (pid: number) => spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout

/** Fast shutdown first: it rolls back what is open and writes the rest to disk. What is harsher comes late, and costs a recovery at most. */
export async function shutDown(pid: number, isGone: () => boolean): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 20],
    ['SIGKILL', 5],
  ] as const) {
    tell(pid, signal)
    if (await comesTrue(isGone, seconds)) return
  }
}

/** A process that ended between our look and our word is what we wanted. */
function tell(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

export async function comesTrue(isTrue: () => boolean, seconds: number) {
  const end = performance.now() + seconds * 1000
  while (!isTrue()) {
    if (performance.now() > end) return false
    await pause(5)
  }
  return true
}
