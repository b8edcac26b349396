import { oneLine } from '#platform/text'
import { decodeHeader } from './letter-words.rules.ts'
import type { Letter, Part } from './letter.rules.ts'

/** A file that came with a letter, as its sender names it. Bytes are what it takes up, near enough to be told. */
export type LetterFile = { name: string; bytes: number }

/** The files of a letter: parts that say they are, and those with a name. Empty where no name was given. */
export const filesOf = ({ parts }: Letter): LetterFile[] =>
  parts.filter(isFile).map((part) => ({ name: nameOf(part), bytes: bytesOf(part) }))

const dispositionOf = ({ head }: Part): string => head.get('content-disposition')?.[0] ?? ''

const isFile = (part: Part): boolean => /^attachment|filename/i.test(dispositionOf(part)) || part.parameters.has('name')

/** Only the last part of a path, on one line: whoever reads it shall see a name. */
const nameOf = (part: Part): string => oneLine((namedIn(part).split(/[\\/]/).at(-1) ?? '').toWellFormed()).slice(0, 100)

/** A name in its own encoding (RFC 2231) is read as UTF-8. */
function namedIn(part: Part): string {
  const [, coded = ''] = /filename\*(?:0\*)?\s*=\s*[\w-]*'[\w-]*'([^\s;]{1,600})/i.exec(dispositionOf(part)) ?? []
  const [, quoted, plain] = /filename\s*=\s*(?:"([^"]{0,300})"|([^\s;"]{1,300}))/i.exec(dispositionOf(part)) ?? []
  return unescaped(coded) ?? decodeHeader(quoted ?? plain ?? part.parameters.get('name') ?? '')
}

function unescaped(coded: string): string | null {
  try {
    return coded === '' ? null : decodeURIComponent(coded)
  } catch {
    return null
  }
}

function bytesOf({ head, body }: Part): number {
  if (!/base64/i.test(head.get('content-transfer-encoding')?.[0] ?? '')) return body.length
  return Math.floor((body.replace(/[\s=]/g, '').length * 3) / 4)
}
