import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#root'

export type Program = { url: string; pid: number; dataDir: string; secondsToFirstPage: number; stop: () => Promise<void> }

let nextPort = 21_400

/** Starts the built program as `npm start` would, on a data folder of its own, and waits for its first page. */
export async function startProgram({
  dataDir = mkdtempSync(join(tmpdir(), 'guildhall-bench-')),
  keep = false,
  env = {},
}: { dataDir?: string; keep?: boolean; env?: Record<string, string> } = {}): Promise<Program> {
  const port = nextPort++
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
    stdio: 'ignore',
    cwd: root,
    env: { ...process.env, PORT: String(port), BASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
  })
  await firstPage(url, child)
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    secondsToFirstPage: (performance.now() - began) / 1000,
    async stop() {
      await ended(child)
      if (!keep) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function firstPage(url: string, child: ChildProcess) {
  for (const until = performance.now() + 60_000; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 10))) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode} instead of starting.`)
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
  }
  throw new Error('The program showed no page within a minute.')
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** Proportional set size in megabytes of a process, or of it and all its descendants: shared pages count once in all. */
export function memoryOf(pid: number, withDescendants: boolean): number {
  const pids = withDescendants ? [pid, ...descendants(pid)] : [pid]
  return pids.reduce((sum, one) => sum + pssOf(one), 0) / 1024
}

const pssOf = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)

export function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
  return children.flatMap((child) => [child, ...descendants(child)])
}

/** Seconds of processor time that a process and all its descendants have used, those that ended included. */
export const processorOf = (pid: number): number =>
  [pid, ...descendants(pid)].flatMap((one) => statOf(one).slice(11, 15)).reduce((sum, ticks) => sum + Number(ticks), 0) / 100

const parentOf = (pid: number): number => Number(statOf(pid)[1] ?? 0)

/** What the system tells of a process after its name, in hundredths of seconds where it is time; nothing once it has ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
  } catch {
    return []
  }
}
