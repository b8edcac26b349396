export type Range = { from: number; to: number }

/**
 * Which bytes of so many are asked for (RFC 9110, 14.1.2 and 14.2). One range alone is honoured; several, or what cannot be read,
 * get the whole, as the standard allows.
 */
export function rangeAsked(header: string | undefined, size: number): Range | 'whole' | 'nothing-there' {
  const [, first, last] = /^\s*bytes=(\d{0,15})-(\d{0,15})\s*$/.exec(header ?? 'bytes=-') ?? []
  if (first) return fromThere(Number(first), last ? Number(last) : size - 1, size)
  return last ? theLast(Number(last), size) : 'whole'
}

function fromThere(from: number, to: number, size: number) {
  if (from >= size) return 'nothing-there'
  return to < from ? 'whole' : { from, to: Math.min(to, size - 1) }
}

const theLast = (count: number, size: number) => (count === 0 ? 'nothing-there' : { from: Math.max(size - count, 0), to: size - 1 })
