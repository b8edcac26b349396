import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { tests } from './check.mjs'
import { install } from './install.mjs'
import { Problem, main, run, say } from './tools.mjs'

const oldest = 15

/** Tells all stories again on a PostgreSQL server as the system's packages bring it. */
await main(async () => {
  await install({ tools: true })
  await build()
  const { bin, version } = findServer() ?? (await installServer())
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-server-'))
  const account = unprivileged()
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  try {
    start(bin, folder, account)
    say(`On PostgreSQL ${version}:`)
    const DATABASE_URL = `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
    const { failed, line } = await tests({ DATABASE_URL, CHROME_PATH: await findBrowser() })
    say(line)
    process.exitCode = failed ? 1 : 0
  } finally {
    call(bin, account, 'pg_ctl', '-D', join(folder, 'data'), '-m', 'fast', '-w', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
})

function findServer() {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter((version) => version >= oldest)
    : []
  const version = versions.sort((a, b) => b - a).find((one) => existsSync(`${home}/${one}/bin/initdb`))
  return version && { bin: `${home}/${version}/bin`, version }
}

async function installServer() {
  const advice = `Install PostgreSQL ${oldest} or newer (the package postgresql), then run this again.`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Problem(advice)
  say('Installing postgresql for the tests, the first time only.')
  const settings = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-qq'], settings)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], settings)
  const found = findServer()
  if (!found) throw new Problem(advice)
  return found
}

/** PostgreSQL refuses to run as root; its package made a user for it. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const number = (which) => Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: number('-u'), gid: number('-g') }
}

function start(bin, folder, account) {
  const data = join(folder, 'data')
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off -c max_connections=200`
  const well =
    call(bin, account, 'initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync') &&
    call(bin, account, 'pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start')
  if (!well) throw new Problem('The PostgreSQL server for the tests did not start: mend what it says above, then run this again.')
}

function call(bin, account, program, ...options) {
  return spawnSync(join(bin, program), options, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
