export const proofs = ['spf', 'dkim', 'dmarc'] as const
export type Proof = (typeof proofs)[number]

/** What a receiver found of each, in its own word: pass, fail, softfail, none, temperror, …; null where it says nothing. */
export type Received = Record<Proof, string | null>

/**
 * Reads what the receiver of a test wrote over it: the topmost Authentication-Results (RFC 8601, section 2.2) in a message's
 * source, or the lines of Gmail's “show original”. Of several signatures one that passes is enough. Null when there is neither.
 */
export function readReceived(source: string): Received | null {
  const header = /^Authentication-Results:((?:.*\n[ \t])*.*)$/im.exec(source.replaceAll(/\r\n?/g, '\n'))?.[1]
  const found = header === undefined ? summaryOf(source) : resultsOf(header)
  return proofs.some((proof) => found[proof] !== null) ? found : null
}

function resultsOf(header: string): Received {
  const parts = withoutComments(header).split(';').slice(1)
  const words = parts.flatMap((part) => {
    const [, method = '', result = ''] = /^\s*([a-z0-9-]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(part) ?? []
    return method ? [{ method: method.toLowerCase(), result: result.toLowerCase() }] : []
  })
  return ofEach((proof) => {
    const results = words.filter(({ method }) => method === proof).map(({ result }) => result)
    return results.includes('pass') ? 'pass' : (results[0] ?? null)
  })
}

const summaryOf = (source: string): Received =>
  ofEach((proof) => new RegExp(`^\\s*${proof}:\\s*['‘"]?([a-z]+)`, 'im').exec(source)?.[1]?.toLowerCase() ?? null)

const ofEach = (find: (proof: Proof) => string | null): Received => ({ spf: find('spf'), dkim: find('dkim'), dmarc: find('dmarc') })

/** Comments stand in brackets, and may hold others. */
function withoutComments(text: string): string {
  let depth = 0
  let plain = ''
  for (const sign of text) {
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) plain += sign
  }
  return plain
}
