import type { Block, Run } from '#platform/text'
import { accent, furnish, ink, makeRoom, quiet, type FontName, type Pen, type Place, type Struct } from './pdf-pen.ts'

export type Look = { size: number; colour: string; font: FontName; gap: number; before: number }

const text: Look = { size: 11.5, colour: ink, font: 'text', gap: 7, before: 0 }
const looks: Record<2 | 3 | 4, Look> = {
  2: { size: 15, colour: accent, font: 'bold', gap: 4, before: 10 },
  3: { size: 12.5, colour: ink, font: 'bold', gap: 3, before: 8 },
  4: { size: 11.5, colour: quiet, font: 'bold', gap: 3, before: 6 },
}
const indent = 20

export function drawBlocks(pen: Pen, parent: Struct, blocks: Block[], place: Place): void {
  for (const block of blocks) drawBlock(pen, parent, block, place)
}

function drawBlock(pen: Pen, parent: Struct, block: Block, place: Place): void {
  switch (block.kind) {
    case 'heading':
      return drawRuns(pen, parent, block.runs, { ...looks[block.level], tag: `H${block.level}`, place })
    case 'paragraph':
      return drawRuns(pen, parent, block.runs, { ...text, place })
    case 'code':
      return drawRuns(pen, parent, [{ text: block.text }], { ...text, colour: quiet, place })
    case 'list':
      return drawList(pen, parent, block, place)
    case 'quote':
      return drawBlocks(pen, parent, block.blocks, { x: place.x + indent, width: place.width - indent })
    case 'rule':
      return drawRule(pen, place)
    case 'table':
      return drawTable(pen, parent, block, place)
  }
}

type Line = Look & { tag?: string; place: Place }

export const drawTitle = (pen: Pen, parent: Struct, words: string, { level, place }: { level: 2 | 3; place: Place }) =>
  drawRuns(pen, parent, [{ text: words }], { ...looks[level], tag: `H${level}`, place })

export const drawWords = (pen: Pen, parent: Struct, words: string, line: Partial<Line> & { place: Place }) =>
  drawRuns(pen, parent, [{ text: words }], { ...text, ...line })

/** One run after the other on the same lines, each in its own look. */
function drawRuns(pen: Pen, parent: Struct, runs: Run[], { tag = 'P', place, size, colour, font, gap, before }: Line): void {
  const { doc, print } = pen
  const shown = runs.map((run) => ({ ...run, text: print(run.text) })).filter(({ text: words }) => words !== '')
  if (shown.length === 0) return
  doc.y += before
  // A title keeps two lines of what follows with it.
  makeRoom(pen, size * (tag === 'P' ? 1.4 : 4.4))
  const draw = () => {
    doc.x = place.x
    for (const [at, run] of shown.entries()) {
      const { strong, em, code, struck = false, href } = run
      doc.font(strong ? 'bold' : em ? 'italic' : font).fontSize(size)
      doc.fillColor(href ? accent : code ? quiet : colour)
      const look = { width: place.width, lineGap: size * 0.22, link: href ?? null, underline: href !== undefined, strike: struck }
      doc.text(run.text, { ...look, continued: at < shown.length - 1 } as PDFKit.Mixins.TextOptions)
    }
  }
  parent.add(doc.struct(tag, {}, draw))
  doc.y += gap
}

type List = Extract<Block, { kind: 'list' }>

function drawList(pen: Pen, parent: Struct, { start, items }: List, { x, width }: Place): void {
  const { doc } = pen
  const list = doc.struct('L')
  parent.add(list)
  for (const [at, blocks] of items.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    makeRoom(pen, text.size * 1.4)
    const y = doc.y
    const mark = start === null ? '•' : `${start + at}.`
    item.add(
      doc.struct('Lbl', {}, () => void doc.font('text').fontSize(text.size).fillColor(accent).text(mark, x, y, { lineBreak: false })),
    )
    doc.y = y
    const body = doc.struct('LBody')
    item.add(body)
    drawBlocks(pen, body, blocks, { x: x + indent, width: width - indent })
    if (doc.y === y) doc.y += text.size * 1.4
    body.end()
    item.end()
  }
  list.end()
  doc.y += 4
}

function drawRule(pen: Pen, { x, width }: Place): void {
  makeRoom(pen, 20)
  const { doc } = pen
  furnish(pen, () => doc.moveTo(x, doc.y + 6).lineTo(x + width, doc.y + 6).lineWidth(0.5).stroke(quiet)) // prettier-ignore
  doc.y += 16
}

/** A table is printed row by row, its cells beside each other as wide as each other. */
function drawTable(pen: Pen, parent: Struct, { rows }: Extract<Block, { kind: 'table' }>, { x, width }: Place): void {
  const { doc } = pen
  const table = doc.struct('Table')
  parent.add(table)
  for (const [at, cells] of rows.entries()) {
    const each = width / Math.max(1, cells.length)
    const column = each - 8
    doc.font('bold').fontSize(text.size)
    makeRoom(pen, Math.max(...cells.map((runs) => doc.heightOfString(runs.map((run) => run.text).join(''), { width: column }))))
    const [row, y] = [doc.struct('TR'), doc.y]
    table.add(row)
    const ends = cells.map((runs, place) => {
      doc.y = y
      const cell = doc.struct(at === 0 ? 'TH' : 'TD')
      row.add(cell)
      drawRuns(pen, cell, runs, { ...text, font: at === 0 ? 'bold' : 'text', place: { x: x + place * each, width: column } })
      cell.end()
      return doc.y
    })
    row.end()
    doc.y = Math.max(...ends)
  }
  table.end()
}

/** About how high this will stand: never less than it does. */
export function heightOf({ doc, print }: Pen, blocks: Block[], width: number): number {
  doc.font('bold').fontSize(text.size)
  const high = (runs: Run[], wide: number) =>
    doc.heightOfString(print(runs.map((run) => run.text).join('')), { width: wide, lineGap: text.size * 0.22 }) + text.gap
  const all = (of: Block[], wide: number): number => of.reduce((sum, block) => sum + one(block, wide), 0)
  const one = (block: Block, wide: number): number => {
    if (block.kind === 'list') return block.items.reduce((sum, item) => sum + all(item, wide - indent), 4)
    if (block.kind === 'quote') return all(block.blocks, wide - indent)
    return 'runs' in block ? high(block.runs, wide) : Number.POSITIVE_INFINITY
  }
  return all(blocks, width)
}
