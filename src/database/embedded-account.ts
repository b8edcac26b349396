import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { StartupProblem } from '#problem'

/** Who runs PostgreSQL. Without `uid` it is whoever runs Guildhall. */
export type Account = { name: string; uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: then the owner of the cluster runs it, and a new cluster is given to an account without rights. */
export function accountFor(clusters: string[]): Account {
  if (process.getuid?.() !== 0) return { name: nameOfUser() }
  return clusters.map(ownerOf).find(Boolean) ?? findAccount('postgres') ?? findAccount('guildhall') ?? makeAccount('guildhall') ?? nobody()
}

/** Asks as the account itself, because rights also come from access lists, mounts and every folder above. */
export const mayEnter = (account: Account, folder: string) => may(account, 'cd -- "$1"', folder)

export const mayRun = (account: Account, program: string) => may(account, 'test -x "$1"', program)

/** The part of `spawn` options that makes a program run as the account, and see nothing of our environment. */
export function runAs({ uid, gid }: Account) {
  const env = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' }
  return uid === undefined || gid === undefined ? { env, cwd: '/' } : { env, cwd: '/', uid, gid }
}

function may(account: Account, question: string, path: string) {
  const answer = spawnSync('/bin/sh', ['-c', question, 'sh', path], { ...runAs(account), stdio: 'ignore' })
  if (answer.error)
    throw new StartupProblem(
      `PostgreSQL does not run as root, and this machine does not let Guildhall become ${account.name}: start it as an ordinary user.`,
    )
  return answer.status === 0
}

/** A container may run under a number that has no name. */
function nameOfUser() {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.()}`
  }
}

function ownerOf(cluster: string): Account | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { name: `user ${found.uid}`, uid: found.uid, gid: found.gid } : undefined
}

function findAccount(name: string): Account | undefined {
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
  return uid && gid ? { name, uid, gid } : undefined
}

function idOf(which: '-u' | '-g', name: string) {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' })
  // macOS prints -2 as 4294967294.
  return status === 0 ? Number(stdout) | 0 : undefined
}

function makeAccount(name: string): Account | undefined {
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name],
    { stdio: 'ignore' },
  )
  if (!findAccount(name)) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name], { stdio: 'ignore' })
  return findAccount(name)
}

function nobody(): Account {
  const found = findAccount('nobody')
  if (!found)
    throw new StartupProblem('PostgreSQL does not run as root, and no other account could be made: start Guildhall as an ordinary user.')
  return found
}
