import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { StartupProblem } from '#problem'
import { mayEnter, mayRun } from './embedded-account.ts'
import { findEmbedded, startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'
const nobody = { name: 'nobody', uid: numberOf('-u'), gid: numberOf('-g') }
/** Not so in a clone below a home folder that is closed to others. */
const othersMayRunUs = isRoot && mayRun(nobody, process.execPath) && mayEnter(nobody, import.meta.dirname)
const started: Embedded[] = []
let folder = ''
/** A cluster that most of these stories share: making one takes half a second. */
let dataDir = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-embedded-'))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(options: Partial<EmbeddedOptions> = {}) {
  const server = await startEmbedded({ dataDir, throwaway: true, ...options })
  started.push(server)
  return server
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows as Row[]
}

const problem = (options: Partial<EmbeddedOptions> = {}) =>
  start(options).then(
    () => 'It started.',
    (error: unknown) => (error instanceof StartupProblem ? error.message : Promise.reject(error)),
  )

/** Another Guildhall, as a process of its own that we can kill. */
async function otherGuildhall(options: { uid?: number; gid?: number; dataDir?: string } = {}) {
  const program = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    try {
      const { url } = await startEmbedded({ dataDir: ${JSON.stringify(options.dataDir ?? dataDir)}, log: (sentence) => console.log(sentence) })
      console.log('url', url)
    } catch (error) {
      console.log('problem', error.message)
      process.exit(1)
    }`
  const { uid, gid } = options
  const as = uid === undefined || gid === undefined ? {} : { uid, gid }
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const piece of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(piece)
    if (/^(url|problem) .*\n/m.test(said)) break
  }
  return {
    said,
    url: /^url (.*)/m.exec(said)?.[1] ?? '',
    async kill() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    killWatcher: () =>
      childrenOf(child.pid)
        .filter((pid) => readProc(pid, 'cmdline').startsWith('/bin/sh'))
        .forEach((pid) => process.kill(pid, 'SIGKILL')),
  }
}

const postmaster = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

function isRunning(pid: number) {
  try {
    // A dead process that nobody buried keeps its number.
    return process.kill(pid, 0) && !(isLinux && /^State:\tZ/m.test(readProc(pid, 'status')))
  } catch {
    return false
  }
}

function readProc(pid: number, file: string) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const childrenOf = (pid = 0) =>
  readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && new RegExp(`^PPid:\\t${pid}$`, 'm').test(readProc(one, 'status')))

async function comesTrue(isTrue: () => boolean | Promise<boolean>) {
  for (let left = 500; left > 0 && !(await isTrue()); left--) await pause(20)
  return isTrue()
}

describe('a PostgreSQL of its own', () => {
  test('speaks UTF-8, checks its pages, and is reached through a folder that nobody else can enter', async () => {
    const { url, socketDir, moved } = await start({ throwaway: false })

    const [row] = await ask<Record<string, string>>(
      url,
      `select current_setting('server_version_num')::int / 10000 as major, current_database() as database,
      current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, upper('é') as upper`,
    )
    expect(row).toEqual({
      major: 18,
      database: 'guildhall',
      encoding: 'UTF8',
      checksums: 'on',
      addresses: '',
      fsync: 'on',
      commit: 'on',
      upper: 'É',
    })
    expect(statSync(socketDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
    expect(moved).toBe(false)
  })

  test('is gone after it was stopped, and at the next start has what was written', async () => {
    const first = await start()
    await ask(first.url, 'create table kept as select 42 as answer')
    const pid = postmaster()
    await first.stop()
    await first.stop()

    expect(isRunning(pid)).toBe(false)
    expect(await ask((await start()).url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('is found by a command beside a running Guildhall, and only then', async () => {
    const { url } = await start()
    expect(findEmbedded(dataDir)).toEqual({ url, dataDir })

    await started.pop()?.stop()
    expect(findEmbedded(dataDir)).toBeUndefined()
  })

  test('lives below a folder with a long and odd name', async () => {
    const odd = join(folder, `it's "odd", ${'long '.repeat(20)}`, 'data')
    const { url, socketDir } = await start({ dataDir: odd })

    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(Buffer.byteLength(`${socketDir}/.s.PGSQL.5432`)).toBeLessThan(104)
    rmSync(socketDir, { recursive: true, force: true })
  })
})

describe('two starts on one data folder', () => {
  test('the second is refused, with the number of the first', async () => {
    const other = await otherGuildhall()

    expect(await problem()).toMatch(/^Guildhall is already running on this data folder \(process \d+\)/)
    expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.kill()
  })

  test('a number left by a dead process that another program has now refuses nobody', async () => {
    writeFileSync(join(dataDir, 'guildhall.pid'), `${process.pid}\n`)
    expect(await problem()).toBe('It started.')
  })
})

describe('killed without warning', () => {
  test('PostgreSQL shuts down with it, and the next start has what was acknowledged', async () => {
    const other = await otherGuildhall()
    await ask(other.url, 'create table acknowledged as select 7 as number')
    const pid = postmaster()
    await other.kill()

    expect(await comesTrue(() => !isRunning(pid))).toBe(true)
    expect(await ask((await start()).url, 'select number from acknowledged')).toEqual([{ number: 7 }])
  })

  test.runIf(isLinux)('a PostgreSQL left behind is stopped by the next start, which runs its own', async () => {
    const other = await otherGuildhall()
    await ask(other.url, 'create table left_behind as select 8 as number')
    const pid = postmaster()
    other.killWatcher()
    await other.kill()
    expect(isRunning(pid)).toBe(true)

    const said: string[] = []
    const { url } = await start({ log: (sentence) => said.push(sentence) })
    expect(said).toEqual([`A PostgreSQL was left running on this data folder (process ${pid}): stopping it first.`])
    expect(postmaster()).not.toBe(pid)
    expect(await ask(url, 'select number from left_behind')).toEqual([{ number: 8 }])
  })

  test.runIf(isLinux)('all of it at once: the next start recovers', async () => {
    const other = await otherGuildhall()
    await ask(other.url, 'create table recovered as select 9 as number')
    const pid = postmaster()
    other.killWatcher()
    process.kill(pid, 'SIGKILL')
    await other.kill()

    expect(await ask((await start()).url, 'select number from recovered')).toEqual([{ number: 9 }])
  })

  test.runIf(isLinux)('the number in postmaster.pid may belong to another program by now', async () => {
    await (await start()).stop()
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore', ...ownerOfCluster() })
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${bystander.pid}\n${dataDir}/postgres\n0\n5432\n\n\n 1 2147480000\nready   \n`)

    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
    bystander.kill()
  })

  test('PostgreSQL alone: it is started again at the same address', async () => {
    const { url } = await start()
    const pid = postmaster()
    process.kill(pid, 'SIGKILL')

    expect(
      await comesTrue(() =>
        ask(url, 'select 1').then(
          () => postmaster() !== pid,
          () => false,
        ),
      ),
    ).toBe(true)
  })
})

function ownerOfCluster() {
  const { uid, gid } = statSync(join(dataDir, 'postgres'))
  return isRoot ? { uid, gid } : {}
}

describe('what is wrong is said in one sentence', () => {
  test('the data folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await problem({ dataDir: join(folder, 'file/data') })).toMatch(/is a file, or lies below one: set DATA_DIR to a folder\.$/)
  })

  test('a folder with something else in it', async () => {
    const other = join(folder, 'other')
    await (await start({ dataDir: other })).stop()
    rmSync(join(other, 'postgres/PG_VERSION'))
    expect(await problem({ dataDir: other })).toMatch(/holds something that is not a PostgreSQL database/)
  })

  test('a database of another PostgreSQL, and a damaged one', async () => {
    const old = join(folder, 'old')
    await (await start({ dataDir: old })).stop()
    writeFileSync(join(old, 'postgres/PG_VERSION'), '16\n')
    expect(await problem({ dataDir: old })).toMatch(/was made by PostgreSQL 16, and Guildhall brings PostgreSQL 18/)

    writeFileSync(join(old, 'postgres/PG_VERSION'), '18\n')
    truncateSync(join(old, 'postgres/global/pg_control'), 100)
    expect(await problem({ dataDir: old })).toMatch(/is damaged: put back a backup/)
  })

  test.runIf(othersMayRunUs)('a folder of somebody else', async () => {
    const theirs = join(folder, 'theirs')
    mkdirSync(theirs, { mode: 0o755 })
    expect((await otherGuildhall({ ...nobody, dataDir: theirs })).said).toMatch(/may not read and write in the data folder/)

    chmodSync(theirs, 0o777)
    await (await start({ dataDir: theirs })).stop()
    expect((await otherGuildhall({ ...nobody, dataDir: theirs })).said).toMatch(/belongs to another user|may not read and write/)
  })

  test.runIf(canMount())('a disk that is full, or read-only, and what was there before is still there', async () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m,mode=755', 'tmpfs', disk])
    try {
      await (await start({ dataDir: join(disk, 'data') })).stop()
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'])
      expect(await problem({ dataDir: join(disk, 'data') })).toMatch(
        /^The disk that holds .* is full: free some space, then start again\.$/,
      )
      expect(await problem({ dataDir: join(disk, 'new') })).toMatch(/^The disk that holds .* is full/)

      rmSync(join(disk, 'filler'))
      await (await start({ dataDir: join(disk, 'data') })).stop()
      execFileSync('mount', ['-o', 'remount,ro', disk])
      expect(await problem({ dataDir: join(disk, 'data') })).toMatch(/is on a disk that is read-only/)
      expect(await problem({ dataDir: join(disk, 'new') })).toMatch(/is on a disk that is read-only/)
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

describe.runIf(isRoot)('started by root', () => {
  test('PostgreSQL runs as another user, who cannot list the data folder that root made', async () => {
    const { uid } = (await start(), statSync(join(dataDir, 'postgres')))
    expect(uid).not.toBe(0)
    expect(statSync(dataDir).mode & 0o777).toBe(0o711)
    expect(statSync(dataDir).uid).toBe(0)
  })

  test('a clone that this user cannot reach keeps its data elsewhere, and says so', async () => {
    const hidden = join(folder, 'hidden')
    mkdirSync(hidden, { mode: 0o700 })
    const server = await start({ dataDir: join(hidden, 'clone/data') })

    expect(server.moved).toBe(true)
    expect(server.dataDir).toMatch(/^\/var\/lib\/guildhall\/clone-[0-9a-f]{8}$/)
    expect(existsSync(join(hidden, 'clone'))).toBe(false)
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()

    chmodSync(hidden, 0o755)
    expect((await start({ dataDir: join(hidden, 'clone/data') })).dataDir).toBe(server.dataDir)
    await started.pop()?.stop()
    rmSync(server.dataDir, { recursive: true })
  })

  test.runIf(othersMayRunUs)('an ordinary user starts and stops one as well', async () => {
    const theirs = join(folder, 'ordinary')
    mkdirSync(theirs)
    chmodSync(theirs, 0o777)
    const other = await otherGuildhall({ ...nobody, dataDir: join(theirs, 'data') })

    expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(join(theirs, 'data/postgres')).uid).toBe(nobody.uid)
    await other.kill()
  })
})

function numberOf(which: '-u' | '-g') {
  return Number(execFileSync('id', [which, 'nobody']))
}

function canMount() {
  if (!isRoot || !isLinux) return false
  const trial = mkdtempSync(join(tmpdir(), 'guildhall-mount-'))
  const works = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', trial]).status === 0
  if (works) spawnSync('umount', [trial])
  rmSync(trial, { recursive: true })
  return works
}
