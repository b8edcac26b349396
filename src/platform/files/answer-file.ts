import { Readable } from 'node:stream'
import type { Asked } from '#platform/http'
import { readLarge } from './large-file.ts'
import type { MediaType } from './media-type.rules.ts'
import { rangeAsked } from './range.rules.ts'

export type LargeFile = { id: string; bytes: number; mediaType: MediaType; /** Offered to keep under this name. */ saveAs?: string }

/** Answers with a large file, or the part of it that is asked for (RFC 9110, 14). A browser that has it hears so. */
export function answerFile(c: Asked, file: LargeFile): Response {
  const tag = `"${file.id}"`
  const headers = { ...headersOf(file), etag: tag }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  const isStale = ![undefined, tag].includes(c.req.header('if-range'))
  const range = isStale ? 'whole' : rangeAsked(c.req.header('range'), file.bytes)
  if (range === 'nothing-there') return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` })
  if (range === 'whole') return answer(streamOf(c, file), 200, { ...headers, 'content-length': String(file.bytes) })
  const { from, to } = range
  const part = { 'content-range': `bytes ${from}-${to}/${file.bytes}`, 'content-length': String(to - from + 1) }
  return answer(streamOf(c, file, range), 206, { ...headers, ...part })
}

const answer = (body: ReadableStream | null, status: number, headers: Record<string, string>) => new Response(body, { status, headers })

/** It is never a page of ours, whatever is in it. */
const headersOf = ({ mediaType, saveAs }: LargeFile) => ({
  'content-type': mediaType,
  'accept-ranges': 'bytes',
  'cache-control': 'private, no-cache',
  'content-disposition': saveAs === undefined ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(saveAs)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
})

/** Nothing is opened for whoever asks only for the head. */
function streamOf(c: Asked, { id, bytes }: LargeFile, { from, to } = { from: 0, to: bytes - 1 }) {
  if (c.req.method === 'HEAD') return null
  return Readable.toWeb(readLarge(c.var.config.dataDir, id, { from, to })) as ReadableStream
}
