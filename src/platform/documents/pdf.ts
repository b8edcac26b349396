import type { Column, Paper, Part } from './paper.ts'
import { drawBlocks, drawTitle, drawWords, heightOf } from './pdf-blocks.ts'
import { accent, endOfPage, furnish, ink, makeRoom, paperMargins, penFor, quiet, whole, type Pen, type Struct } from './pdf-pen.ts'

/** A paper as PDF: tagged for screen readers, with bookmarks, a running head, page numbers and, when it has several parts, their list. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  // Loaded when the first paper is printed: it weighs more than all else that waits for readers.
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'LETTER',
    margins: paperMargins,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: paper.language,
    info: { Title: paper.title, Author: paper.community, CreationDate: new Date(paper.changedAt.epochMilliseconds) },
  })
  const file = collected(doc)
  const pen = await penFor(doc)
  const trunk = doc.struct('Document')
  doc.addStructure(trunk)
  const list = paper.parts.length > 1 ? drawCover(pen, trunk, paper) : undefined
  const pages = paper.parts.map((part, at) => drawPart(pen, trunk, part, at))
  if (list) drawContents(pen, list, paper.parts, pages)
  drawFurniture(pen, paper, pages)
  trunk.end()
  doc.end()
  return file
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  doc.on('end', () => resolve(Buffer.concat(pieces)))
  doc.on('error', reject)
  return promise
}

type Contents = { struct: Struct; y: number }
const lineOfContents = 26

/** The first page, and room for the list of parts, whose pages are known only once they are drawn. */
function drawCover(pen: Pen, trunk: Struct, { title, community, lede, foot, contents, parts }: Paper): Contents {
  const { doc } = pen
  doc.y = 150
  drawWords(pen, trunk, community, { place: whole, size: 13, colour: quiet })
  drawWords(pen, trunk, title, { place: whole, size: 34, colour: accent, font: 'bold', tag: 'H1', gap: 10 })
  drawWords(pen, trunk, lede, { place: whole, size: 14, gap: 16 })
  for (const line of foot) drawWords(pen, trunk, line, { place: whole, size: 10, colour: quiet, gap: 1 })
  doc.y += 18
  drawTitle(pen, trunk, contents, { level: 2, place: whole })
  const struct = doc.struct('TOC')
  trunk.add(struct)
  const { y } = doc
  const onFirst = Math.floor((endOfPage(pen) - y) / lineOfContents)
  const onOthers = Math.floor((endOfPage(pen) - paperMargins.top) / lineOfContents)
  for (let left = parts.length - onFirst; left > 0; left -= onOthers) doc.addPage()
  return { struct, y }
}

function drawContents(pen: Pen, { struct, y }: Contents, parts: Part[], pages: number[]): void {
  const { doc, print } = pen
  let page = 0
  doc.switchToPage(page)
  doc.y = y
  for (const [at, part] of parts.entries()) {
    if (doc.y + lineOfContents > endOfPage(pen)) {
      doc.switchToPage(++page)
      doc.y = paperMargins.top
    }
    const line = doc.y
    const draw = () => {
      doc.font('text').fontSize(12.5).fillColor(ink)
      const look = { lineBreak: false, height: lineOfContents, ellipsis: true, goTo: `part-${at}` }
      doc.text(`${at + 1}.  ${print(part.title)}`, whole.x, line, { ...look, width: whole.width - 40 })
      doc.text(String((pages[at] ?? 0) + 1), whole.x, line, { ...look, width: whole.width, align: 'right' })
    }
    struct.add(doc.struct('TOCI', {}, draw))
    doc.y = line + lineOfContents
  }
  struct.end()
}

/** Draws a part from the top of a page; says which page that was. */
function drawPart(pen: Pen, trunk: Struct, part: Part, at: number): number {
  const { doc } = pen
  if (doc.bufferedPageRange().count > 1 || doc.y > paperMargins.top) doc.addPage()
  const page = doc.bufferedPageRange().count - 1
  const sect = doc.struct('Sect')
  trunk.add(sect)
  doc.addNamedDestination(`part-${at}`)
  doc.outline.addItem(pen.print(part.title))
  drawWords(pen, sect, part.above, { place: whole, size: 11, colour: quiet, gap: 2 })
  drawWords(pen, sect, part.title, { place: whole, size: 27, colour: accent, font: 'bold', tag: 'H1', gap: 6 })
  drawWords(pen, sect, part.summary, { place: whole, size: 13.5, gap: 10 })
  for (const row of part.rows) drawRow(pen, sect, row)
  sect.end()
  return page
}

const between = 24

/** Beside each other where a page holds them, one under the other where it does not. */
function drawRow(pen: Pen, parent: Struct, row: Column[]): void {
  const { doc } = pen
  const width = (whole.width - between * (row.length - 1)) / row.length
  const height = 40 + Math.max(...row.map(({ blocks }) => heightOf(pen, blocks, width)))
  const isBeside = row.length > 1 && height < endOfPage(pen) - paperMargins.top
  if (isBeside) makeRoom(pen, height)
  const { y } = doc
  const ends = row.map(({ heading, blocks }, at) => {
    if (isBeside) doc.y = y
    const place = isBeside ? { x: whole.x + at * (width + between), width } : whole
    if (heading !== '') drawTitle(pen, parent, heading, { level: 2, place })
    drawBlocks(pen, parent, blocks, place)
    return doc.y
  })
  doc.y = isBeside ? Math.max(...ends) : doc.y
}

/** The running head and the number of every page but the cover. */
function drawFurniture(pen: Pen, { community, foot, parts }: Paper, starts: number[]): void {
  const { doc, print } = pen
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    const part = parts[starts.findLastIndex((start) => start <= page)]
    const isOpening = page === 0 || starts.includes(page)
    furnish(pen, () => {
      const line = { width: whole.width, height: 14, lineBreak: false, ellipsis: true }
      doc.font('text').fontSize(9.5).fillColor(quiet)
      if (part && !isOpening) doc.text(`${print(community)}  ·  ${print(part.title)}`, whole.x, 52, line)
      if (parts.length === 1 && page === 0) doc.text(print(community), whole.x, 52, line)
      doc.text(`${page + 1} / ${count}`, whole.x, 738, { ...line, align: 'right' })
      if (parts.length === 1) doc.text(print(foot.join('  ·  ')), whole.x, 738, { ...line, width: whole.width - 60 })
    })
  }
}
