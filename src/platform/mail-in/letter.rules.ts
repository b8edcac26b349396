import { decodeBody, decodeHeader } from './letter-words.rules.ts'

/** The head of a letter or of a part: the values of each field, its name in lower case. */
export type Head = Map<string, string[]>

/** One part that holds no others. `body` is as it was sent: its words are asked for with `wordsIn`. */
export type Part = { type: string; parameters: Map<string, string>; head: Head; body: string }

/** A mail that came in, taken apart: its head, and its parts in order, however deep they lay. */
export type Letter = { head: Head; type: string; parameters: Map<string, string>; parts: Part[] }

const deepest = 20
const mostParts = 100
const mostFields = 1000
const longestValue = 10_000

/**
 * Takes a mail apart (RFC 5322, RFC 2045, RFC 2046). Whatever the bytes are, it ends soon and never throws: what lies too
 * deep stays unread, what is too long is cut.
 */
export function readLetter(raw: Buffer | string): Letter {
  const text = (typeof raw === 'string' ? raw : raw.toString('latin1')).replace(/\r\n?/g, '\n').replaceAll('\0', '')
  const whole = partOf(text)
  return { ...whole, parts: leavesOf(whole, deepest).slice(0, mostParts) }
}

/** The first value of a field, decoded; empty when there is none. */
export const fieldOf = ({ head }: { head: Head }, name: string): string => decodeHeader(head.get(name)?.[0] ?? '')

/** What a part says, in its own encoding and character set. */
export const wordsIn = ({ head, parameters, body }: Part): string =>
  decodeBody(body, { encoding: fieldOf({ head }, 'content-transfer-encoding'), charset: parameters.get('charset') ?? '' })

/** Reads lines as a head: also of a report, whose fields look the same (RFC 3464). */
export function readHead(text: string): Head {
  const head: Head = new Map()
  for (const line of unfolded(text).slice(0, mostFields)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon <= 0 || !/^[!-9;-~]{1,80}$/.test(name)) continue
    head.set(name, [...(head.get(name) ?? []), line.slice(colon + 1, colon + 1 + longestValue).trim()])
  }
  return head
}

function unfolded(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split('\n', mostFields * 20)) {
    const last = lines.length - 1
    if (/^[ \t]/.test(line) && last >= 0) lines[last] = `${lines[last]?.slice(0, longestValue * 2)} ${line.trim()}`
    else lines.push(line)
  }
  return lines
}

function partOf(text: string): Part {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  const head = readHead(end < 0 ? text : text.slice(0, end))
  const { type, parameters } = contentTypeOf(head.get('content-type')?.[0] ?? '')
  return { head, type, parameters, body: end < 0 ? '' : text.slice(end === 0 ? 1 : end + 2) }
}

function leavesOf(part: Part, depth: number): Part[] {
  const boundary = part.parameters.get('boundary')
  if (!part.type.startsWith('multipart/') || !boundary || depth === 0) return [part]
  const found: Part[] = []
  for (const section of sectionsOf(part.body, boundary)) {
    if (found.length >= mostParts) break
    found.push(...leavesOf(partOf(section), depth - 1))
  }
  return found.length ? found : [part]
}

/** What lies between the lines that part it; the last may lack its end. */
function sectionsOf(body: string, boundary: string): string[] {
  const text = `\n${body}\n`
  const marks = marksIn(text, `\n--${boundary}`)
  return marks.flatMap(({ end, isLast }, place) => (isLast ? [] : [text.slice(end, marks[place + 1]?.begin)]))
}

type Mark = { begin: number; end: number; isLast: boolean }

/** Where the lines stand that part the sections, up to the one that closes them. */
function marksIn(text: string, mark: string): Mark[] {
  const marks: Mark[] = []
  for (let begin = text.indexOf(mark); begin >= 0 && marks.length < mostParts; begin = text.indexOf(mark, begin + 1)) {
    const end = text.indexOf('\n', begin + mark.length)
    const rest = text.slice(begin + mark.length, end).trimEnd()
    if (rest !== '' && rest !== '--') continue
    marks.push({ begin, end: end + 1, isLast: rest === '--' })
    if (rest === '--') break
  }
  return marks
}

function contentTypeOf(value: string): { type: string; parameters: Map<string, string> } {
  const [type = ''] = value.split(';', 1)
  const parameters = new Map<string, string>()
  for (const [, name = '', said = ''] of value.matchAll(/;\s*([\w-]{1,40})\s*=\s*("(?:[^"\\]|\\.){0,300}"|[^\s;"]{0,300})/g))
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), unquoted(said))
  return { type: type.trim().toLowerCase() || 'text/plain', parameters }
}

const unquoted = (said: string) => (said.startsWith('"') ? said.slice(1, -1).replace(/\\(.)/g, '$1') : said)
