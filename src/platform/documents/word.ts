import type * as Docx from 'docx'
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx'
import type { Block, Run } from '#platform/text'
import type { Column, Paper, Part } from './paper.ts'

type Library = typeof Docx

/** A paper as a Word file: real headings, real lists, real links, to be written in. */
export async function paperWord(paper: Paper): Promise<Buffer> {
  // Loaded when the first file is asked for, as what prints is.
  const library = await import('docx')
  const numbers: Numbers = { first: [] }
  const children = paper.parts.flatMap((part) => partInWord(library, part, numbers))
  const { Document, Packer } = library
  return Packer.toBuffer(
    new Document({
      title: clean(paper.title),
      creator: clean(paper.community),
      styles: { default: styles(paper) },
      numbering: { config: numbers.first.map((start, at) => numbering(library, `list-${at}`, start)) },
      sections: [{ headers: { default: head(library, paper) }, footers: { default: foot(library) }, children }],
    }),
  )
}

/** One list each, so that every list begins with its own number; null for one of dots. */
type Numbers = { first: (number | null)[] }

const styles = ({ language }: Paper) => ({
  document: {
    run: { font: 'Georgia', size: 22, language: { value: language === 'es' ? 'es-US' : 'en-US' } },
    paragraph: { spacing: { after: 120, line: 288 } },
  },
  heading1: { run: { size: 44, bold: true, color: '1d6b5f' }, paragraph: { spacing: { before: 120, after: 160 }, keepNext: true } },
  heading2: { run: { size: 28, bold: true, color: '1d6b5f' }, paragraph: { spacing: { before: 280, after: 80 }, keepNext: true } },
  heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
  heading4: { run: { size: 22, bold: true, color: '566268' }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
})

const deepest = 8

const numbering = ({ LevelFormat, AlignmentType }: Library, reference: string, start: number | null) => ({
  reference,
  levels: Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format: start === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: start === null ? '•' : `%${level + 1}.`,
    start: start ?? 1,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
  })),
})

const head = ({ Header, Paragraph, TextRun }: Library, { community, title }: Paper) =>
  new Header({
    children: [new Paragraph({ children: [new TextRun({ text: clean(`${community}  ·  ${title}`), color: '566268', size: 18 })] })],
  })

const foot = ({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: Library) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: '566268', size: 18 })],
      }),
    ],
  })

function partInWord(library: Library, { above, title, summary, rows }: Part, numbers: Numbers): FileChild[] {
  const { Paragraph, TextRun, HeadingLevel } = library
  const line = (text: string, look: object) => new Paragraph({ children: [new TextRun({ text: clean(text), ...look })] })
  return [
    line(above, { color: '566268' }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: clean(title) }),
    ...(summary === '' ? [] : [line(summary, { size: 26 })]),
    ...rows.flat().flatMap((column) => columnInWord(library, column, numbers)),
  ]
}

function columnInWord(library: Library, { heading, blocks }: Column, numbers: Numbers): FileChild[] {
  const { Paragraph, HeadingLevel } = library
  const title = heading === '' ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, text: clean(heading) })]
  return [...title, ...blocksInWord({ library, numbers, around: {} }, blocks)]
}

type Setting = { library: Library; numbers: Numbers; around: IParagraphOptions; level?: number }

const blocksInWord = (setting: Setting, blocks: Block[]): FileChild[] => blocks.flatMap((block) => blockInWord(setting, block))

function blockInWord(setting: Setting, block: Block): FileChild[] {
  const { library, around } = setting
  const { Paragraph, HeadingLevel } = library
  const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 }
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runsInWord(library, block.runs) })]
    case 'paragraph':
      return [new Paragraph({ ...around, children: runsInWord(library, block.runs) })]
    case 'code':
      return [new Paragraph({ ...around, children: runsInWord(library, [{ text: block.text, code: true }]) })]
    case 'list':
      return listInWord(setting, block)
    case 'quote':
      return blocksInWord({ ...setting, around: { ...around, indent: { left: 400 } } }, block.blocks)
    case 'rule':
      return [new Paragraph({ thematicBreak: true })]
    case 'table':
      return [tableInWord(library, block.rows)]
  }
}

function listInWord(setting: Setting, { start, items }: Extract<Block, { kind: 'list' }>): FileChild[] {
  const { numbers, level = 0 } = setting
  const reference = `list-${numbers.first.push(start) - 1}`
  return items.flatMap((item) =>
    item.flatMap((block, at) => {
      const around = at === 0 ? { numbering: { reference, level } } : { indent: { left: 400 * (level + 1) } }
      return blockInWord({ ...setting, around, level: Math.min(level + 1, deepest) }, block)
    }),
  )
}

function tableInWord(library: Library, rows: Run[][][]): FileChild {
  const { Table, TableRow, TableCell, Paragraph, WidthType } = library
  const cell = (runs: Run[]) => new TableCell({ children: [new Paragraph({ children: runsInWord(library, runs) })] })
  const table = rows.map((cells, at) => new TableRow({ tableHeader: at === 0, children: cells.map(cell) }))
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: table })
}

const runsInWord = (library: Library, runs: Run[]): ParagraphChild[] => runs.flatMap((run) => runInWord(library, run))

function runInWord({ TextRun, ExternalHyperlink }: Library, { text, strong, em, code, struck, href }: Run): ParagraphChild[] {
  const look = {
    ...(strong && { bold: true }),
    ...(em && { italics: true }),
    ...(struck && { strike: true }),
    ...(code && { font: 'Consolas' }),
    ...(href && { style: 'Hyperlink' }),
  }
  const lines = clean(text).split('\n')
  const words = lines.map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 && { break: 1 }) }))
  return href ? [new ExternalHyperlink({ children: words, link: href })] : words
}

/** XML has no place for the other control characters. */
const clean = (text: string) => text.replaceAll(/[^\P{C}\n\t]/gu, '')
