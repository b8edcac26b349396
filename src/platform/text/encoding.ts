/** The ways in which programs that people export from write their letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const marks: [string, Encoding][] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

/** Tells how a text is written by its first bytes: by its mark, or by every second byte being zero. Null when they do not tell. */
export function encodingByStart(bytes: Uint8Array): Encoding | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const marked = marks.find(([mark]) => start.startsWith(mark))
  if (marked) return marked[1]
  const half = bytes.length / 2
  const zeros = (from: 0 | 1) => bytes.filter((byte, at) => at % 2 === from && byte === 0).length
  if (half >= 2 && zeros(1) > half * 0.6) return 'utf-16le'
  return half >= 2 && zeros(0) > half * 0.6 ? 'utf-16be' : null
}

/** What is not UTF-8 from end to end was written by an older Windows program. */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for await (const piece of bytes) {
    const told = isFirst ? encodingByStart(piece.subarray(0, 4096)) : null
    if (told && told !== 'utf-8') return told
    isFirst = false
    if (!isRead(() => decoder.decode(piece, { stream: true }))) return 'windows-1252'
  }
  return isRead(() => decoder.decode()) ? 'utf-8' : 'windows-1252'
}

function isRead(read: () => string): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** The text of these bytes, without its mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** The text of a small file that is here whole. */
export function decodedText(bytes: Uint8Array): string {
  const told = encodingByStart(bytes.subarray(0, 4096))
  if (told) return new TextDecoder(told).decode(bytes)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return isRead(() => decoder.decode(bytes)) ? decoder.decode(bytes) : new TextDecoder('windows-1252').decode(bytes)
}
