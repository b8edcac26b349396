import { printable } from './certificate.rules.ts'

/** All that stands on a certificate, in the words of its reader. */
export type CertificateWords = {
  language: string
  community: string
  title: string
  /** Whose it is, and what stands in the place of a name that the font cannot print. */
  name: string
  nameless: string
  /** What was attended, when, and for how many hours. */
  lines: string[]
  /** How to verify it. */
  foot: string[]
}

const ink = '#1f2a2e'
const quiet = '#566268'
const accent = '#1d6b5f'

type Line = { kind: 'H1' | 'P'; text: string; size: number; colour: string; y: number; height: number }

/** One handsome page that a screen reader can read: its language, its title, and its lines in order. */
export async function certificatePdf(words: CertificateWords, font: Buffer, now: Temporal.Instant): Promise<Buffer> {
  // Loaded when the first certificate is printed: it weighs more than all else that waits for readers.
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'LETTER',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: words.language,
    info: { Title: words.title, Author: words.community, CreationDate: new Date(now.epochMilliseconds) },
  })
  const whole = collected(doc)
  doc.registerFont('text', font).font('text')
  const print = printableBy(doc)
  drawFrame(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const line of linesOf(words, print)) root.add(drawn(doc, line))
  root.end()
  doc.end()
  return whole
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  doc.on('end', () => resolve(Buffer.concat(parts)))
  doc.on('error', reject)
  return promise
}

type Print = (text: string) => string

/** The library knows which letters its font has; its types do not say so. */
function printableBy(doc: PDFKit.PDFDocument): Print {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
  return (text) => printable(text, (point) => _font.font.hasGlyphForCodePoint(point))
}

/** Mere ornament: a screen reader passes it over. */
function drawFrame(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(30, 30, 732, 552).lineWidth(1.5).stroke(accent)
  doc.rect(37, 37, 718, 538).lineWidth(0.5).stroke(accent)
  doc.endMarkedContent()
}

function linesOf(words: CertificateWords, print: Print): Line[] {
  return [
    { kind: 'P', text: print(words.community), size: 16, colour: quiet, y: 84, height: 24 },
    { kind: 'H1', text: words.title, size: 34, colour: accent, y: 124, height: 48 },
    { kind: 'P', text: print(words.name) || words.nameless, size: 30, colour: ink, y: 218, height: 80 },
    ...words.lines.map((text, n): Line => ({ kind: 'P', text: print(text) || text, size: 17, colour: ink, y: 318 + 36 * n, height: 28 })),
    ...words.foot.map((text, n): Line => ({ kind: 'P', text, size: 11, colour: quiet, y: 504 + 20 * n, height: 16 })),
  ]
}

function drawn(doc: PDFKit.PDFDocument, { kind, text, size, colour, y, height }: Line) {
  return doc.struct(kind, {}, () => {
    doc.fillColor(colour).fontSize(size).text(text, 80, y, { width: 632, height, align: 'center', ellipsis: true })
  })
}
