import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { UnusableFile } from './found.ts'

const mostEntries = 200
/** What a file may grow to when it is unpacked: a zip of 64 MB holds ten times that of honest rows. */
const mostUnpacked = 640 * 1024 * 1024

export type Packed = { name: string; bytes: () => AsyncIterable<Uint8Array> }

/**
 * Opens a zip and gives its files to be read, none of which is ever written to the disk. Refused are zips with a password,
 * with links, with names that lead elsewhere, with zips in them, and those that would grow beyond measure: what an entry says
 * of its size is believed only as far as it is kept.
 */
export async function openZip<T>(path: string, work: (packed: Packed[]) => Promise<T>): Promise<T> {
  const zip = await openPromise(path, { strictFileNames: true, autoClose: false }).catch(unusable)
  try {
    const entries = (await listEntries(zip)).filter((entry) => !isOfNoUse(entry.fileName))
    if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > mostUnpacked) throw new UnusableFile('unpacks-too-large')
    return await work(entries.map((entry) => ({ name: entry.fileName, bytes: () => unpacked(zip, entry) })))
  } finally {
    zip.close()
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= mostEntries) throw new UnusableFile('zip-too-many')
      refuseOdd(entry)
      entries.push(entry)
    }
  } catch (error) {
    return unusable(error)
  }
  return entries
}

function refuseOdd(entry: Entry) {
  if (entry.isEncrypted()) throw new UnusableFile('zip-encrypted')
  if (isLink(entry)) throw new UnusableFile('zip-odd-names')
  if (/\.(zip|gz|tgz|7z|rar|bz2|xz)$/i.test(entry.fileName)) throw new UnusableFile('zip-nested')
  if (entry.fileName === '[Content_Types].xml') throw new UnusableFile('spreadsheet')
}

/** The upper half of the attributes is the mode that Unix gives a file. */
const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

const isOfNoUse = (name: string) => name.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(name)

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry).catch(unusable)
  try {
    for await (const piece of stream) yield piece as Uint8Array
  } catch (error) {
    unusable(error)
  } finally {
    stream.destroy()
  }
}

/** The library says what is wrong with a zip in plain Errors; a full disk and the like have a code of the system. */
function unusable(error: unknown): never {
  if (error instanceof UnusableFile || !(error instanceof Error)) throw error
  if (/relative path|absolute path|invalid characters in fileName/i.test(error.message)) throw new UnusableFile('zip-odd-names')
  if ('syscall' in error) throw error
  throw new UnusableFile('zip-broken')
}
