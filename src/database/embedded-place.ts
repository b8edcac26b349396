import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StartupProblem } from '#problem'
import { accountFor, mayEnter, type Account } from './embedded-account.ts'

/** `moved`: the account could not reach the folder asked for, so `dataDir` is another one. */
export type Place = { dataDir: string; cluster: string; socketDir: string; account: Account; moved: boolean }

/** Where what cannot be kept in the clone is kept instead. */
export const sharedFolder = '/var/lib/guildhall'

/** Of `sockaddr_un`: 108 bytes on Linux, 104 on macOS, with a closing zero. */
const longestSocketPath = 103

const clusterIn = (dataDir: string) => join(dataDir, 'postgres')

/** Decides where the cluster and its socket live, and who runs it. A cluster that is there stays where it is. */
export function choosePlace(asked: string): Place {
  const elsewhere = folderElsewhere(asked)
  const account = accountFor([clusterIn(asked), clusterIn(elsewhere)])
  const moved = isRoot() && !existsSync(clusterIn(asked)) && (existsSync(clusterIn(elsewhere)) || !isReachable(asked, account))
  const dataDir = moved ? elsewhere : asked
  return { dataDir, cluster: clusterIn(dataDir), socketDir: socketFolder(dataDir), account, moved }
}

export function makeFolders({ dataDir, socketDir, account }: Place) {
  makeFolder(dataDir)
  makePrivateFolder(socketDir, account)
}

/** Makes a folder, and those above it, which the account can pass but not list. */
export function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
  chmodSync(folder, isRoot() ? 0o711 : 0o700)
}

/** A folder that only the account can enter. */
export function makePrivateFolder(folder: string, { uid, gid }: Account) {
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== (uid ?? process.getuid?.())) {
    throw new StartupProblem(
      `${folder} belongs to another user (number ${found.uid}): start Guildhall as that user, or give it the folder with chown -R.`,
    )
  }
  chmodSync(folder, 0o700)
}

function isReachable(folder: string, account: Account) {
  const nearest = nearestExisting(folder)
  // A file in the place of a folder is no matter of rights: making the folder will tell.
  if (!statSync(nearest).isDirectory() || mayEnter(account, nearest)) return true
  return nearest === folder && mayEnter(account, dirname(folder)) && openDoor(folder, account)
}

/** A data folder that root made for itself alone lets the account pass; what is inside stays closed. */
function openDoor(folder: string, account: Account) {
  const { uid, mode } = statSync(folder)
  if (uid === 0) chmodSync(folder, (mode & 0o777) | 0o001)
  return mayEnter(account, folder)
}

const nearestExisting = (folder: string): string => (existsSync(folder) ? folder : nearestExisting(dirname(folder)))

/** Bears the clone's name, and a mark of its path so that two of one name do not meet. */
const folderElsewhere = (asked: string) => join(sharedFolder, `${basename(dirname(asked))}-${markOf(asked)}`)

function socketFolder(dataDir: string) {
  const near = join(dataDir, 'socket')
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= longestSocketPath
  return fits ? near : join(shortFolder(), `guildhall-${markOf(dataDir)}`)
}

function shortFolder() {
  if (isRoot()) return existsSync('/run') ? '/run' : '/tmp'
  return tmpdir().length <= 60 ? tmpdir() : '/tmp'
}

const isRoot = () => process.getuid?.() === 0

const markOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 8)
