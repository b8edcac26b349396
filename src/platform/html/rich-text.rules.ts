import { Lexer, Marked } from 'marked'
import { blockOf } from './rich-read.rules.ts'
import { writeBlock } from './rich-write.rules.ts'

/** A piece of rich text, in the shape that the editor takes and gives. */
export type RichNode = {
  type: string
  attrs?: { level?: number; start?: number; loose?: boolean }
  content?: RichNode[]
  text?: string
  marks?: RichMark[]
}
export type RichMark = { type: string; attrs?: { href: string } }

/** A block of the text: the Markdown it was written in, and what the editor shows of it. */
export type RichBlock = { raw: string; node: RichNode }

const marked = new Marked({ gfm: true })

/**
 * Markdown, block by block. What the editor would not give back as it was read — a table, a picture, HTML, a definition —
 * stays Markdown in a block of its own: nothing is lost by being looked at.
 */
export function readRich(markdown: string): RichBlock[] {
  return new Lexer({ gfm: true })
    .lex(markdown)
    .filter(({ type }) => type !== 'space')
    .map((token) => {
      const raw = token.raw.replace(/\n+$/, '')
      const node = blockOf(token)
      return { raw, node: node && reads(writeBlock(node)) === reads(raw) ? node : asWritten(raw) }
    })
}

const asWritten = (raw: string): RichNode => ({ type: 'asWritten', content: [{ type: 'text', text: raw }] })

/** What a reader gets of it: blocks, and letters with the marks around them, in whichever order those were put. */
function reads(raw: string): string {
  const around: string[] = []
  const html = marked.parse(raw, { async: false }).replaceAll(/<(\/?)h1>/g, '<$1h2>')
  const seen = [...html.matchAll(/<(\/?)([^>]*)>|[^<]/g)].map(([piece, end, tag = '']) => {
    if (end === undefined) return piece.trim() === '' ? ' ' : piece + around.toSorted().join('')
    if (!/^(?:strong|em|del|a\b.*)$/s.test(tag)) return tag.startsWith('br') ? '<br>' : piece
    if (end === '') around.push(`<${tag}>`)
    else around.pop()
    return ''
  })
  return seen
    .join('')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ?(<[/a-z]*>) ?/g, '$1')
}

/** The blocks as one text again. Two lists in a row are parted by their marks, or they would become one. */
export const joinRich = (blocks: string[]): string =>
  blocks.filter((block) => block.trim() !== '').reduce((text, block) => (text === '' ? block : `${text}\n\n${parted(text, block)}`), '')

function parted(before: string, block: string): string {
  const last = before.slice(before.lastIndexOf('\n\n') + 1).trimStart()
  if (last.startsWith('- ') && block.startsWith('- ')) return block.replaceAll(/^- /gm, '* ')
  return /^\d+\. /.test(last) && /^\d+\. /.test(block) ? block.replaceAll(/^(\d+)\. /gm, '$1) ') : block
}
