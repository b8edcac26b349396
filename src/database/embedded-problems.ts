import { StartupProblem } from '#problem'
import type { Place } from './embedded-place.ts'

type Sentence = (place: Place) => string

/** What PostgreSQL, or the system, says, and what whoever runs the server can do about it. The first that fits is told. */
const sentences: [RegExp, Sentence][] = [
  [
    /ENOSPC|EDQUOT|No space left|disk is full|quota exceeded/i,
    ({ dataDir }) => `The disk that holds ${dataDir} is full: free some space, then start again.`,
  ],
  [
    /EROFS|Read-only file system/i,
    ({ dataDir }) => `The data folder ${dataDir} is on a disk that is read-only: make it writable, or set DATA_DIR to another folder.`,
  ],
  [
    /ENOTDIR|EEXIST|Not a directory/i,
    ({ dataDir }) => `The data folder ${dataDir} is a file, or lies below one: set DATA_DIR to a folder.`,
  ],
  [
    /ENAMETOOLONG|name too long/i,
    ({ dataDir }) => `The path of the data folder is too long: set DATA_DIR to a shorter one than ${dataDir}.`,
  ],
  [
    /wrong ownership/i,
    ({ cluster, account }) => `${cluster} does not belong to ${account.name}, who runs PostgreSQL: give it to that user with chown -R.`,
  ],
  [/invalid permissions/i, ({ cluster }) => `Others may read the database in ${cluster}: close it with chmod 700.`],
  [
    /shared memory|Cannot allocate memory|out of memory/i,
    () => 'This machine has too little free memory for PostgreSQL: it needs about 100 MB.',
  ],
  [
    /EACCES|EPERM|Permission denied|unable to open database file/i,
    ({ dataDir, account }) =>
      `${account.name} may not read and write in the data folder ${dataDir}: give it to that user with chown -R and open the folders above it with chmod o+x, or set DATA_DIR to another folder.`,
  ],
  [
    /lock file .* already exists/i,
    ({ cluster }) => `Another PostgreSQL may be at work in ${cluster}: stop it; if there is none, remove the file postmaster.pid there.`,
  ],
  [
    /checkpoint record|pg_control|PANIC|invalid magic|could not open file "global/i,
    ({ cluster }) => `The database in ${cluster} is damaged: put back a backup of that folder. Nothing in it was changed.`,
  ],
]

/** One sentence for anything that stops PostgreSQL from starting. What has its sentence already passes. */
export function problemFrom(error: unknown, place: Place): StartupProblem {
  if (error instanceof StartupProblem) return error
  const said = error instanceof Error ? error.message : String(error)
  const known = sentences.find(([pattern]) => pattern.test(said))
  return new StartupProblem(known ? known[1](place) : `PostgreSQL did not start: ${lastComplaint(said)}`, { cause: error })
}

function lastComplaint(said: string) {
  const lines = said.split('\n').filter((line) => line.trim())
  return lines.findLast((line) => /FATAL|ERROR|error/.test(line)) ?? lines.at(-1) ?? 'it gave no reason.'
}
