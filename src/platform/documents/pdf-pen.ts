import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#root'
import { inPrint } from './letters.rules.ts'

export const ink = '#1f2a2e'
export const quiet = '#566268'
export const accent = '#1d6b5f'

/** The measure of the paper, in points: Letter, with a column that is pleasant to read. */
export const paperMargins = { top: 88, bottom: 80, left: 88, right: 88 }
export const whole = { x: 88, width: 436 }

export type Place = { x: number; width: number }
export type Struct = PDFKit.PDFStructureElement

/** What draws: the document, and how its type prints a text. */
export type Pen = { doc: PDFKit.PDFDocument; print: (text: string) => string }

const fonts = ['text', 'italic', 'bold'] as const
export type FontName = (typeof fonts)[number]

/** Our own type, put in once; a file carries only the letters that stand in it. */
export async function penFor(doc: PDFKit.PDFDocument): Promise<Pen> {
  for (const name of fonts) doc.registerFont(name, await readFile(join(root, 'public', 'fonts', `newsreader-${name}.ttf`)))
  doc.font('text')
  // The library knows which letters its font has; its types do not say so. All three have the same.
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
  const { font } = _font
  return { doc, print: (text) => inPrint(text, (point) => font.hasGlyphForCodePoint(point)) }
}

/** Where the words of this page end. */
export const endOfPage = ({ doc }: Pen) => doc.page.height - doc.page.margins.bottom

/** Goes on a new page when so much does not fit on this one. */
export function makeRoom(pen: Pen, height: number): void {
  if (pen.doc.y + height > endOfPage(pen)) pen.doc.addPage()
}

/** Mere furniture of the page: a screen reader passes it over. */
export function furnish({ doc }: Pen, draw: () => void): void {
  const { margins } = doc.page
  const y = doc.y
  doc.page.margins = { ...margins, top: 0, bottom: 0 }
  doc.markContent('Artifact', { type: 'Pagination' })
  draw()
  doc.endMarkedContent()
  doc.page.margins = margins
  doc.y = y
}
