import { readMoment } from '#platform/time'

export type Cue = { startsAt: number; endsAt: number; speaker: string; words: string }
export type CaptionsRefusal = 'no-captions' | 'too-many'

const most = 20_000
const longest = 2000

/**
 * Reads captions as programs write them: WebVTT (W3C, WebVTT 1) or SubRip. Markup is taken away, who speaks is kept, and what has no
 * time or no words is left out. Cues come back in the order of time, one after the other.
 */
export function readCaptions(text: string): Cue[] | { refused: CaptionsRefusal } {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
  const cues = blocks.flatMap(cueOf).toSorted((one, other) => one.startsAt - other.startsAt)
  if (cues.length === 0) return { refused: 'no-captions' }
  return cues.length > most ? { refused: 'too-many' } : cues
}

/** A block is an optional name, a line with two times, and words. Notes, styles and regions have no such line. */
function cueOf(block: string): Cue[] {
  const lines = block.split('\n')
  const place = lines.slice(0, 3).findIndex((line) => line.includes('-->'))
  const span = place < 0 ? null : spanOf(lines[place] ?? '')
  const spoken = wordsOf(
    lines
      .slice(place + 1)
      .join(' ')
      .slice(0, longest * 4),
  )
  return span && spoken.words !== '' ? [{ ...span, ...spoken }] : []
}

/** Behind the second time WebVTT may say where on the picture the words stand. */
function spanOf(line: string): Pick<Cue, 'startsAt' | 'endsAt'> | null {
  const [from = '', to = ''] = line.split('-->')
  const [startsAt, endsAt] = [readMoment(from), readMoment(to.trim().split(/\s/)[0] ?? '')]
  return startsAt === null || endsAt === null ? null : { startsAt, endsAt: Math.max(endsAt, startsAt + 1) }
}

/** Who speaks stands in a voice tag (WebVTT, 3.1), or before a colon as Zoom and Teams write it. */
function wordsOf(raw: string): Pick<Cue, 'speaker' | 'words'> {
  const voice = /<v(?:\.[^\s>]*)?\s+([^>]{1,120})>/.exec(raw)?.[1]
  const plain = oneLine(unescaped(raw.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\{\\[^}]*\}/g, '')))
  const [, named, rest] = /^([\p{L}\p{M}.' -]{2,60}): (.+)$/u.exec(plain) ?? []
  if (voice !== undefined) return { speaker: oneLine(unescaped(voice)), words: plain.slice(0, longest) }
  if (named !== undefined && rest !== undefined && isName(named)) return { speaker: named, words: rest.slice(0, longest) }
  return { speaker: '', words: plain.slice(0, longest) }
}

/** "Marisol Vega", "Ana de la Cruz"; not "Three things matter". */
const isName = (words: string) =>
  words.split(' ').length <= 5 &&
  /^\p{Lu}/u.test(words) &&
  words.split(' ').every((word) => /^(?:\p{Lu}.*|de|del|la|las|los|da|van|von|y)$/u.test(word))

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" }

const unescaped = (text: string) =>
  text.replaceAll(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, number?: string, name = '') =>
    number === undefined ? (named[name] ?? whole) : characterOf(Number(number)),
  )

const characterOf = (code: number) =>
  code >= 32 && code <= 0x10_ff_ff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''

// oxlint-disable-next-line no-control-regex -- What captions carry of control characters is what is taken away.
const oneLine = (text: string) => text.replaceAll(/[\u0000-\u001F\u007F\s]+/g, ' ').trim()

/** Captions as browsers read them (WebVTT). Nothing in the words is markup. */
export function writeCaptions(cues: Cue[]): string {
  const block = ({ startsAt, endsAt, speaker, words }: Cue) =>
    `${clock(startsAt)} --> ${clock(endsAt)}\n${speaker && `<v ${escaped(speaker)}>`}${escaped(words)}\n`
  return `WEBVTT\n\n${cues.map(block).join('\n')}`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const clock = (milliseconds: number) =>
  `${String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0')}:${new Date(milliseconds % 3_600_000).toISOString().slice(14, 23)}`
