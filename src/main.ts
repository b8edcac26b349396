import { readConfig, type Config } from '#config'
import { StartupProblem } from '#problem'
import { newLog } from '#platform/http'
import { parts, type Part } from './parts.ts'
import { start } from './start.ts'

/** Starts the parts named on the command line (`web`, `worker`, `mail-in`), or all of them; Ctrl-C and SIGTERM stop them in reverse. */
async function main() {
  const config = readConfig()
  const asked = process.argv.slice(2)
  const unknown = asked.find((part) => !parts.includes(part as Part))
  if (unknown) throw new StartupProblem(`There is no part named ${unknown}: it is one of ${parts.join(', ')}.`)
  await runUntilStopped(config, asked.length ? (asked as Part[]) : [...parts])
}

async function runUntilStopped(config: Config, asked: Part[]) {
  const log = newLog(config)
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  const running = await start(config, asked, log)
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  if (!stopping.signal.aborted) await stopped
  await running.stop()
  process.exit(0)
}

main().catch((error: unknown) => {
  if (error instanceof StartupProblem) console.error(`\n${error.message}\n`)
  else console.error(error)
  process.exit(1)
})
