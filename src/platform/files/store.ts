import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

const fileTypes = { png: 'image/png', jpg: 'image/jpeg' } as const
export type FileType = keyof typeof fileTypes

const fileName = /^[0-9a-f]{40}\.(png|jpg)$/

/** Where files lie: a folder that all processes of a community share. */
const placeOf = (dataDir: string, name: string) => join(dataDir, 'files', name.slice(0, 2), name)

/** Keeps the bytes under a name made of them, and gives the path they are served at. Kept means: on the disk, whole, or not at all. */
export async function saveFile(dataDir: string, bytes: Uint8Array, type: FileType): Promise<string> {
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}.${type}`
  const place = placeOf(dataDir, name)
  await mkdir(join(place, '..'), { recursive: true })
  const unfinished = `${place}.${randomUUID()}`
  const file = await open(unfinished, 'wx')
  await file
    .writeFile(bytes)
    .then(() => file.sync())
    .finally(() => file.close())
  await rename(unfinished, place)
  return `/files/${name}`
}

/** The bytes behind a name and what they are; null when there is no such file. */
export async function readSavedFile(dataDir: string, name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | null> {
  const type = fileName.exec(name)?.[1] as FileType | undefined
  if (!type) return null
  const bytes = await readFile(placeOf(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes && { bytes: Uint8Array.from(bytes), mediaType: fileTypes[type] }
}
