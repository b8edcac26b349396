import { createReadStream, createWriteStream, fdatasync, type WriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where a large file lies: in a folder that all processes of a community share, under an id of its own. */
export const placeOfLarge = (dataDir: string, id: string) => join(dataDir, 'files', 'large', id)

/** Makes room for a file that will come piece by piece. */
export async function beginLarge(dataDir: string, id: string): Promise<void> {
  const place = placeOfLarge(dataDir, id)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await (await open(place, 'a', 0o600)).close()
}

/** How much of it has come, in bytes; null when there is no such file. */
export const sizeOfLarge = (dataDir: string, id: string): Promise<number | null> =>
  stat(placeOfLarge(dataDir, id)).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )

/** The ids of files that nothing was written to since then. */
export async function listLargeUntouchedSince(dataDir: string, moment: Temporal.Instant): Promise<string[]> {
  const ids = await readdir(dirname(placeOfLarge(dataDir, 'any'))).catch(() => [])
  const untouched = await Promise.all(
    ids.map(async (id) => ((await stat(placeOfLarge(dataDir, id)).catch(() => null))?.mtimeMs ?? Infinity) < moment.epochMilliseconds),
  )
  return ids.filter((_, at) => untouched[at])
}

export const removeLarge = (dataDir: string, id: string) => rm(placeOfLarge(dataDir, id), { force: true })

/** A larger piece at a time than streams hold by themselves: fewer calls of the system. */
const piece = 1024 * 1024

/**
 * Writes what comes from `offset` on. What came before a line was cut stays; the same piece sent twice lands on itself. Gives
 * `disk-full` when there is no room, and throws what else may break.
 */
export async function writeLarge(dataDir: string, id: string, source: Readable, offset: number): Promise<'written' | 'cut' | 'disk-full'> {
  const target = createWriteStream(placeOfLarge(dataDir, id), { flags: 'r+', start: offset, highWaterMark: piece })
  const stop = writeBack(target)
  try {
    await pipeline(source, target)
    return 'written'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
    if (isCut(code)) return 'cut'
    throw error
  } finally {
    stop()
  }
}

const betweenWriteBacks = 100

/** What has come goes to the disk while more comes, so that little is left to wait for at the end. */
function writeBack(target: WriteStream): () => void {
  let file: number | null = null
  let isBusy = false
  target.once('open', (opened) => (file = opened))
  const timer = setInterval(() => {
    if (isBusy || file === null) return
    isBusy = true
    // Whether it is there is asked once all of it has come.
    fdatasync(file, () => (isBusy = false))
  }, betweenWriteBacks)
  return () => clearInterval(timer)
}

const isCut = (code: string | undefined) => code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR'

/** Resolves when it is on the disk, whatever happens to the machine. */
export async function keepLarge(dataDir: string, id: string): Promise<void> {
  const file = await open(placeOfLarge(dataDir, id), 'r+')
  await file.sync().finally(() => file.close())
}

/** Its first bytes, by which it is told what it is. */
export async function startOfLarge(dataDir: string, id: string): Promise<Buffer> {
  const file = await open(placeOfLarge(dataDir, id), 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4100), 0, 4100, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The bytes from `from` to `to`, both included. */
export const readLarge = (dataDir: string, id: string, { from, to }: { from: number; to: number }): Readable =>
  createReadStream(placeOfLarge(dataDir, id), { start: from, end: to, highWaterMark: piece / 4 })
