import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { runAs, type Account } from './embedded-account.ts'
import { cannotRun, type Binaries } from './embedded-binaries.ts'
import type { Place } from './embedded-place.ts'
import { readPostmaster, shutDown } from './embedded-process.ts'
import { settingsFor } from './embedded-settings.ts'

export type ServerOptions = { place: Place; binaries: Binaries; throwaway: boolean; log: (sentence: string) => void }

type Running = { pid: number; exited: Promise<void>; isGone: () => boolean }

/** Runs PostgreSQL, and again should it ever end by itself, until the answer is called. */
export async function runServer(options: ServerOptions): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let current = await launch(options)
  const ended = keepRunning()
  return async () => {
    stopping.abort()
    await shutDown(current.pid, current.isGone)
    await ended
  }

  async function keepRunning() {
    await current.exited
    while (!stopping.signal.aborted) {
      options.log('PostgreSQL ended by itself: starting it again.')
      const next = await launch(options).catch((error: unknown) => options.log(String(error)))
      if (next) current = next
      await (next?.exited ?? pause(1000))
    }
  }
}

/** After a crash, connections of the dead server may hold its memory for a moment. */
async function launch(options: ServerOptions): Promise<Running> {
  const patience = performance.now() + 10_000
  for (;;) {
    try {
      return await launchOnce(options)
    } catch (error) {
      const willPass = error instanceof Error && /shared memory block.*still in use/.test(error.message)
      if (!willPass || performance.now() > patience) throw error
      await pause(100)
    }
  }
}

async function launchOnce({ place, binaries, throwaway, log }: ServerOptions): Promise<Running> {
  // A session of its own: Ctrl-C in the terminal is for Guildhall, which stops PostgreSQL last.
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...settingsFor(place, throwaway)], {
    ...runAs(place.account),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const exited = new Promise<void>((done) => child.once('close', () => done()))
  const said = listen(child, log)
  if (child.pid === undefined) throw cannotRun(await said.failure)
  stopWithUs(child, child.pid, place.account)
  await ready(place.cluster, child.pid, isGone, log)
  if (!isGone()) return { pid: child.pid, exited, isGone }
  await exited
  throw new Error(said.lines.join('\n'))
}

/** Keeps the last lines for a sentence on why it ended, and passes on what an operator must know. */
function listen(child: ChildProcess, log: (sentence: string) => void) {
  const lines: string[] = []
  const failure = new Promise<string>((done) => child.once('error', (error) => done(error.message)))
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    lines.push(...piece.split('\n').filter(Boolean))
    lines.splice(0, lines.length - 50)
    for (const line of piece.split('\n')) if (/PANIC|No space left|terminated by signal/.test(line)) log(line)
  })
  return { lines, failure }
}

/** However we die, the pipe to this shell closes, and it tells PostgreSQL to shut down: no orphan. */
function stopWithUs(child: ChildProcess, pid: number, account: Account) {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)], {
    ...runAs(account),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => undefined)
  child.once('exit', () => watcher.kill('SIGKILL'))
}

async function ready(cluster: string, pid: number, isGone: () => boolean, log: (sentence: string) => void) {
  const slow = setTimeout(() => log('PostgreSQL is recovering what was written before a crash; this can take a minute.'), 5000)
  while (!isGone()) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === pid && postmaster.isReady) break
    await pause(5)
  }
  clearTimeout(slow)
}
