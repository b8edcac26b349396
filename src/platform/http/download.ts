import { Readable } from 'node:stream'
import type { Asked } from './environment.ts'

export type Download = { name: string; mediaType: string; pieces: AsyncIterable<string | Uint8Array> }

/** Answers with a file to keep, written as it is read: however long it is, no more than a piece of it is held. */
export function answerDownload(c: Asked, { name, mediaType, pieces }: Download): Response {
  const body = Readable.toWeb(Readable.from(bytesOf(pieces))) as ReadableStream
  return c.body(body, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>) {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}
