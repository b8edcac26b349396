import { open } from 'node:fs/promises'
import { decoded, encodingByStart, encodingOf, oneLine } from '#platform/text'
import { isHeading, namedHeads, plainHeading } from './columns.rules.ts'
import { delimiterOf, mostColumns, type CsvRow } from './csv.rules.ts'
import { UnusableFile, type Found, type Part } from './found.ts'
import { openFile, rowsOf } from './reading.ts'
import type { Wants } from './row.rules.ts'
import { vcardHeads } from './vcard.rules.ts'
import type { Packed } from './zip.ts'

const sampleRows = 5

/** Looks into a file: what it is, how it is written, what its columns are called. Throws when it cannot be used. */
export async function findIn(path: string): Promise<Found> {
  const start = await startOf(path)
  const isZip = start.subarray(0, 2).toString('latin1') === 'PK'
  if (!isZip) refuseOthers(start)
  return openFile(path, isZip, async (packed) => {
    const parts: (Part & { sample: string[][] })[] = []
    const leftOut: string[] = []
    for (const file of packed) {
      const isRead = !isZip || /\.(csv|tsv|txt|vcf)$/i.test(file.name)
      if (!isRead || isOfStrangers(file.name)) leftOut.push(file.name)
      else parts.push(await partIn(file, isZip))
    }
    if (parts.length === 0) throw new UnusableFile(isZip ? 'zip-without-table' : 'empty')
    return foundOf(parts, leftOut)
  })
}

/** Those who left come first: of an address that stands in two files, the word that keeps it from mail counts. */
const order: Wants[] = ['bounced', 'left', 'on']

function foundOf(parts: (Part & { sample: string[][] })[], leftOut: string[]): Found {
  const main = parts.find(({ wants }) => wants === 'on') ?? parts[0]
  return {
    kind: kindOf(parts, main?.kind),
    parts: parts
      .toSorted((one, other) => order.indexOf(one.wants) - order.indexOf(other.wants))
      .map(({ sample: _sample, ...part }) => part),
    leftOut,
    heads: main?.heads ?? [],
    sample: main?.sample ?? [],
  }
}

function kindOf(parts: Part[], kind: Part['kind'] | undefined): Found['kind'] {
  if (kind === 'vcard') return 'vcard'
  const isMailchimp = parts.some(({ wants, heads }) => wants !== 'on' || heads.some((head) => plainHeading(head) === 'optintime'))
  return isMailchimp ? 'mailchimp' : 'table'
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    if (bytesRead === 0) throw new UnusableFile('empty')
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** PDF, gzip, PNG, by their first bytes. */
const otherKinds = ['25504446', '1f8b', '89504e47']

/** Old Excel files, and whatever else is no text: a letter in it is zero, and not as UTF-16 has it. */
function refuseOthers(start: Buffer) {
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new UnusableFile('spreadsheet')
  const share = start.filter((byte) => byte === 0).length / start.length
  const isBinary = otherKinds.some((kind) => start.toString('hex').startsWith(kind)) || share > 0.05
  if (isBinary && encodingByStart(start) === null) throw new UnusableFile('not-a-table')
}

/** People of Mailchimp who were only sent receipts never asked for mail. */
const isOfStrangers = (name: string) => /nonsubscribed|non-subscribed/i.test(name)

async function partIn(file: Packed, isZip: boolean): Promise<Part & { sample: string[][] }> {
  const encoding = await encodingOf(file.bytes())
  const beginning = await beginningOf(decoded(file.bytes(), encoding))
  const kind = /^\s*BEGIN:VCARD/i.test(beginning) ? ('vcard' as const) : ('table' as const)
  const part = { entry: isZip ? file.name : null, kind, encoding, delimiter: delimiterOf(beginning) }
  const rows = await firstRows(rowsOf(file, part))
  const [first] = rows
  if (!first) throw new UnusableFile('empty')
  if (rows.some(({ fault }) => fault === 'too-many-columns')) throw new UnusableFile('too-many-columns')
  if (kind === 'vcard') return { ...part, wants: 'on', hasHeading: false, heads: vcardHeads, sample: shown(rows) }
  const hasHeading = isHeading(first.cells)
  const widest = Math.min(mostColumns, Math.max(...rows.map(({ cells }) => cells.length)))
  const cells = Array.from({ length: widest }, (_, at) => (hasHeading ? (first.cells[at] ?? '') : ''))
  const heads = namedHeads(cells.map(shortened), (number) => `#${number}`)
  return { ...part, wants: wantsOf(file.name), hasHeading, heads, sample: shown(hasHeading ? rows.slice(1) : rows) }
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = ''
  for await (const piece of text) {
    beginning += piece
    if (beginning.length > 16_000) break
  }
  return beginning.slice(0, 16_000)
}

async function firstRows(rows: AsyncIterable<CsvRow>): Promise<CsvRow[]> {
  const first: CsvRow[] = []
  for await (const row of rows) if (first.push(row) > sampleRows) break
  return first
}

const shown = (rows: CsvRow[]) => rows.slice(0, sampleRows).map(({ cells }) => cells.map(shortened))

const shortened = (cell: string) => oneLine(cell.slice(0, 200).toWellFormed())

/** Mailchimp says by the name of a file who is in it. */
function wantsOf(name: string): Wants {
  const file = name.split('/').at(-1) ?? ''
  if (/^cleaned/i.test(file)) return 'bounced'
  return /^unsubscribed/i.test(file) ? 'left' : 'on'
}
