import type { Encoding } from '#platform/text'
import type { Wants } from './row.rules.ts'

/** A part of the file that is read: the file itself, or one in its zip. */
export type Part = {
  /** Its name in the zip; null when the file is no zip. */
  entry: string | null
  kind: 'table' | 'vcard'
  wants: Wants
  encoding: Encoding
  delimiter: string
  hasHeading: boolean
  heads: string[]
}

/** What was found in a file when it came: how it is to be read, and its first rows to look at. */
export type Found = {
  kind: 'table' | 'mailchimp' | 'vcard'
  parts: Part[]
  /** Files in the zip that are left out, such as people who never joined. */
  leftOut: string[]
  heads: string[]
  sample: string[][]
}

/** Why a file cannot be used at all. */
export type FileRefusal =
  | 'no-file'
  | 'too-large'
  | 'unpacks-too-large'
  | 'not-a-table'
  | 'spreadsheet'
  | 'empty'
  | 'too-many-columns'
  | 'no-address-column'
  | 'zip-broken'
  | 'zip-encrypted'
  | 'zip-odd-names'
  | 'zip-nested'
  | 'zip-too-many'
  | 'zip-without-table'

/** Thrown while a file is read, at the border where what people sent is parsed. */
export class UnusableFile extends Error {
  override name = 'UnusableFile'
  readonly refusal: FileRefusal
  constructor(refusal: FileRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** What the work gives, or why the file cannot be used. */
export async function unlessUnusable<T>(work: () => Promise<T>): Promise<T | { refused: FileRefusal }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnusableFile) return { refused: error.refusal }
    throw error
  }
}
