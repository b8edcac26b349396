/** What stands in a field and what of it is chosen, counted in UTF-16 units as browsers do. */
export type Written = { text: string; start: number; end: number }

/** Replace from `from` to `to` by `insert`, then choose from `start` to `end`. */
export type Change = { from: number; to: number; insert: string; start: number; end: number }

export type Tool = 'bold' | 'italic' | 'heading' | 'list' | 'numbers' | 'quote' | 'link'

/** What a button of the writing toolbar does to Markdown; a second press takes it back. */
export function changeFor(tool: Tool, written: Written): Change {
  switch (tool) {
    case 'bold':
      return marked(written, '**')
    case 'italic':
      return marked(written, '*')
    case 'heading':
      return prefixed(written, () => '## ', { own: /^#{1,6} / })
    case 'list':
      return prefixed(written, () => '- ', { own: /^[-*+] /, instead: anyItem })
    case 'numbers':
      return prefixed(written, (place) => `${place}. `, { own: /^\d+[.)] /, instead: anyItem })
    case 'quote':
      return prefixed(written, () => '> ', { own: /^> ?/ })
    case 'link':
      return linked(written)
  }
}

function marked(written: Written, mark: string): Change {
  return isMarked(written, mark) ? unmark(written, mark) : putMark(written, mark)
}

function isMarked({ text, start, end }: Written, mark: string) {
  const outside = { from: start - mark.length, to: end + mark.length }
  return (
    start >= mark.length &&
    text.slice(outside.from, start) === mark &&
    text.slice(end, outside.to) === mark &&
    !isHalfOfBold(text, outside, mark)
  )
}

const unmark = ({ text, start, end }: Written, mark: string): Change => ({
  from: start - mark.length,
  to: end + mark.length,
  insert: text.slice(start, end),
  start: start - mark.length,
  end: end - mark.length,
})

/** Marks cling to words: "**bold **" would be shown with its stars. */
function putMark({ text, start, end }: Written, mark: string): Change {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text.slice(start, end)) ?? []
  const from = start + before.length + mark.length
  return { from: start, to: end, insert: before + mark + words + mark + after, start: from, end: from + words.length }
}

/** The one star beside the words may belong to the two of bold. */
const isHalfOfBold = (text: string, { from, to }: { from: number; to: number }, mark: string) =>
  mark === '*' && text[from - 1] === '*' && text[to] === '*' && !(text[from - 2] === '*' && text[to + 1] === '*')

const anyItem = /^(?:[-*+]|\d+[.)]) /

/** Marks each line that holds words, or takes its own mark away where all have it; `instead` is a mark that gives way. */
function prefixed(
  { text, start, end }: Written,
  prefix: (place: number) => string,
  { own, instead = own }: { own: RegExp; instead?: RegExp },
): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', Math.max(start, end - 1))
  const to = found === -1 ? text.length : found
  const lines = text.slice(from, to).split('\n')
  const isBlank = (line: string) => line === '' && lines.length > 1
  const isDone = lines.every((line) => isBlank(line) || own.test(line))
  let place = 0
  const shown = lines.map((line) => (isBlank(line) ? line : isDone ? line.replace(own, '') : prefix(++place) + line.replace(instead, '')))
  const insert = shown.join('\n')
  return { from, to, insert, start: lines.length === 1 ? from + insert.length : from, end: from + insert.length }
}

function linked({ text, start, end }: Written): Change {
  const chosen = text.slice(start, end)
  if (/^https?:\/\/\S+$/.test(chosen)) return { from: start, to: end, insert: `[](${chosen})`, start: start + 1, end: start + 1 }
  const address = start + chosen.length + 3
  return { from: start, to: end, insert: `[${chosen}](https://)`, start: address, end: address + 'https://'.length }
}
