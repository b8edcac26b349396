import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#root'
import type { Sheet, SheetPart } from './sheet.words.ts'

const ink = '#1f2a2e'
const quiet = '#566268'
const margin = 56

type Doc = PDFKit.PDFDocument

/** A result to print and pass on: tagged, so that a screen reader can read it, with the page's number at its foot. */
export async function sheetPdf(sheet: Sheet, now: Temporal.Instant): Promise<Uint8Array> {
  // Loaded when the first result is printed: it weighs more than all else that waits for readers.
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'LETTER',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: sheet.language,
    info: { Title: sheet.title, Author: sheet.community, CreationDate: new Date(now.epochMilliseconds) },
  })
  const whole = collected(doc)
  doc.registerFont('text', await readFile(join(root, 'public', 'fonts', 'newsreader-share.ttf'))).font('text')
  write(doc, sheet)
  numberPages(doc, sheet)
  doc.end()
  return whole
}

function collected(doc: Doc): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
  doc.on('error', reject)
  return promise
}

function write(doc: Doc, { community, title, about, parts }: Sheet): void {
  const print = printableBy(doc)
  const body = doc.struct('Document')
  doc.addStructure(body)
  const put = (kind: 'P' | 'H1' | 'H2' | 'LI', text: string, style: { size: number; colour: string; before: number }) =>
    body.add(
      doc.struct(kind, {}, () => {
        doc.y += style.before
        doc.fillColor(style.colour).fontSize(style.size).text(print(text), margin, doc.y, { lineGap: 2 })
      }),
    )
  put('P', community, { size: 11, colour: quiet, before: 0 })
  put('H1', title, { size: 24, colour: ink, before: 4 })
  put('P', about, { size: 11, colour: quiet, before: 2 })
  for (const part of parts) writePart(part, put)
  body.end()
}

type Put = (kind: 'P' | 'H1' | 'H2' | 'LI', text: string, style: { size: number; colour: string; before: number }) => unknown

function writePart({ heading, lines, isNumbered }: SheetPart, put: Put): void {
  put('H2', heading, { size: 15, colour: ink, before: 14 })
  for (const [at, line] of lines.entries()) put('LI', isNumbered ? `${at + 1}. ${line}` : line, { size: 11, colour: ink, before: 3 })
}

/** Letters that the font does not have are left out: the page has them all. */
function printableBy(doc: Doc) {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
  return (text: string) =>
    Array.from(text, (letter) =>
      /\s/.test(letter) ? ' ' : _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '',
    ).join('')
}

/** Mere ornament: a screen reader passes it over. */
function numberPages(doc: Doc, { foot }: Sheet): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.page.margins.bottom = 0
    doc.fillColor(quiet).fontSize(7).text(foot, margin, 748, { lineBreak: false })
    doc.text(`${page + 1} / ${count}`, margin, 748, { width: 500, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
}
