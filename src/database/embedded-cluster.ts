import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartupProblem } from '#problem'
import { runAs } from './embedded-account.ts'
import { cannotRun, type Binaries } from './embedded-binaries.ts'
import { makePrivateFolder, type Place } from './embedded-place.ts'

export const superuser = 'guildhall'
export const databaseName = 'guildhall'

const shape = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums']
/** No password: only the account can enter the folder of the socket. */
const entry = [`--username=${superuser}`, '--auth=trust', '--no-instructions']

/** Makes the cluster where there is none. */
export async function prepareCluster(place: Place, binaries: Binaries, throwaway: boolean): Promise<void> {
  if (existsSync(place.cluster)) {
    makePrivateFolder(place.cluster, place.account)
    if (holdsCluster(place.cluster, binaries)) return
    rmdirSync(place.cluster)
  }
  await makeCluster(place, binaries, throwaway)
}

function holdsCluster(cluster: string, binaries: Binaries) {
  if (readdirSync(cluster).length === 0) return false
  const [theirs, ours] = [majorOf(cluster), binaries.version.split('.')[0]]
  if (theirs === undefined)
    throw new StartupProblem(
      `${cluster} holds something that is not a PostgreSQL database: move it away, or set DATA_DIR to another folder.`,
    )
  if (theirs === ours) return true
  throw new StartupProblem(
    `${cluster} was made by PostgreSQL ${theirs}, and Guildhall brings PostgreSQL ${ours}: move it with pg_dump and psql, or set DATABASE_URL to a PostgreSQL ${theirs} server that runs it.`,
  )
}

function majorOf(cluster: string) {
  const file = join(cluster, 'PG_VERSION')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Made under another name first: a first start cut short leaves nothing that looks like a cluster. */
async function makeCluster(place: Place, { initdb, postgres }: Binaries, throwaway: boolean) {
  const draft = `${place.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  makePrivateFolder(draft, place.account)
  await run(place, initdb, [`--pgdata=${draft}`, ...shape, ...entry, ...(throwaway ? ['--no-sync'] : [])])
  await run(place, postgres, ['--single', '-D', draft, 'postgres'], `create database ${databaseName}\n`)
  renameSync(draft, place.cluster)
}

function run(place: Place, program: string, options: string[], input = '') {
  return new Promise<void>((done, fail) => {
    const child = spawn(program, options, { ...runAs(place.account), stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece))
    child.on('error', (error) => fail(cannotRun(error.message)))
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(said))))
    child.stdin.on('error', () => undefined).end(input)
  })
}
