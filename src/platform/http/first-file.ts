import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { bodyStream } from './body-stream.ts'
import type { Asked } from './environment.ts'

export type SentFile = { name: string; source: Readable & { truncated?: boolean } }

/** Hands over the first file of a form while it comes, whatever its size; null when there is none. What is longer than `most` bytes is cut, and says so. */
export async function receiveFirstFile<T>(c: Asked, most: number, take: (file: SentFile) => Promise<T>): Promise<T | null> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  const form = new Busboy({ headers: { 'content-type': type }, limits: { files: 1, fileSize: most, fields: 10, fieldSize: 1000 } })
  let taken: Promise<T> | null = null
  form.on('file', (_field, source, name) => {
    if (!name) return void source.resume()
    taken = take({ name, source })
    // It is awaited once the form has come to its end.
    taken.catch(() => source.resume())
  })
  const isWhole = await pipeline(bodyStream(c), form).then(
    () => true,
    () => false,
  )
  return isWhole ? taken : (await Promise.resolve(taken).catch(() => null), null)
}
