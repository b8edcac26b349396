import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { oneLine } from '#platform/text'
import { UnusableFile } from './found.ts'

/** How large a file may be: the export of 100,000 people is a tenth of it. */
const mostBytes = 64 * 1024 * 1024

/** Where the file of an import lies until it is taken: below the folder that all processes share. */
export const fileOf = (dataDir: string, id: string) => join(dataDir, 'imports', id)

/** Writes the file of a form to its place as it comes, whatever its size; gives the name it had. */
export async function receiveFile(request: Request, dataDir: string, id: string): Promise<string> {
  const place = fileOf(dataDir, id)
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
  try {
    return await writeFirstFile(request, place)
  } catch (error) {
    await removeFile(dataDir, id)
    throw error
  }
}

export const removeFile = (dataDir: string, id: string) => rm(fileOf(dataDir, id), { force: true })

async function writeFirstFile(request: Request, place: string): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) throw new UnusableFile('no-file')
  const form = new Busboy({ headers: { 'content-type': type }, limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: 1000 } })
  let written: Promise<string> | undefined
  form.on('file', (_field, file, name) => {
    written = pipeline(file, createWriteStream(place, { mode: 0o600 })).then(() => {
      if (file.truncated) throw new UnusableFile('too-large')
      return shortName(name)
    })
    // It is awaited once the form has come to its end.
    written.catch(() => undefined)
  })
  await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form).catch(() => {
    throw new UnusableFile('no-file')
  })
  const name = await written
  if (!name) throw new UnusableFile('no-file')
  return name
}

/** The last part of a name, whatever system it comes from. */
export const shortName = (name: string) => oneLine(name.split(/[\\/]/).at(-1) ?? '').slice(0, 200)

/** The forms that may carry more than others, by their address: a little more than the file itself. */
export const importUploads = { '/admin/imports': mostBytes + 1024 * 1024 }
