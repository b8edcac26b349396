import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#root'

export type Program = {
  url: string
  /** The link that signs the owner in, as printed. */
  ownerLink: string
  /** The command line beside it: `npm run guildhall -- …`. */
  guildhall: (...words: string[]) => Promise<string>
  /** As a power cut would: nothing of it gets to say goodbye. */
  kill: () => Promise<void>
  /** As Ctrl-C does; says the exit code. */
  stop: () => Promise<number | null>
}

/** The whole program as `npm start` runs it, built from what is there now, on a data folder of the test. */
export async function startProgram(settings: Record<string, string> & { PORT: string; DATA_DIR: string }): Promise<Program> {
  await buildOnce()
  const url = `http://127.0.0.1:${settings.PORT}`
  const env = { ...withoutDatabase(), BASE_URL: url, LOG_LEVEL: 'error', ...settings }
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js')], { cwd: root, env })
  const guildhall = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, [join(root, 'dist', 'cli.js'), ...words], { env })).stdout
  const printed = await untilWelcome(child)
  const ownerLink = /http\S+\/sign-in\/\S+/.exec(printed)?.[0] ?? ''
  return { url, ownerLink, guildhall, kill: () => ended(child, 'SIGKILL').then(() => undefined), stop: () => ended(child, 'SIGTERM') }
}

let built: Promise<void> | undefined

function buildOnce() {
  built ??= import('../../scripts/build.mjs').then(({ build }: { build: () => Promise<void> }) => build())
  return built
}

/** The program brings its own PostgreSQL even when the suite runs on another. */
function withoutDatabase() {
  const { DATABASE_URL: _given, ...rest } = process.env
  return rest
}

const untilWelcome = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve(printed)
    })
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${printed}`)))
  })

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
