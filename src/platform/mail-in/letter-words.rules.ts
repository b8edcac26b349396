export type Encoded = { encoding: string; charset: string }

/** The words of a body. `body` holds one character for each byte. What is broken in it is read as far as it goes. */
export function decodeBody(body: string, { encoding, charset }: Encoded): string {
  const bytes = bytesOf(body, encoding.trim().toLowerCase())
  return decodeWords(bytes, charset)
}

/** Words in an unknown or wrong character set are read as UTF-8, and where they are not that either, as Western. */
function decodeWords(bytes: Buffer, charset: string): string {
  const named = decoderFor(charset)
  if (named) return named.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A field with its encoded words (RFC 2047) in plain letters, on one line. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1')
  const decoded = joined.replace(/=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi, (_, charset, how, text) =>
    decodeWords(String(how).toLowerCase() === 'b' ? Buffer.from(String(text), 'base64') : fromQ(String(text)), String(charset)),
  )
  // Letters beyond ASCII that nobody encoded are bytes still, unless a decoded word stands among them.
  const isRaw = /[\x80-\xff]/.test(value) && !/[\u0100-\uffff]/.test(decoded)
  return (isRaw ? decodeWords(Buffer.from(decoded, 'latin1'), '') : decoded).replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function bytesOf(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body)
  return Buffer.from(body, 'latin1')
}

const fromQuotedPrintable = (body: string) => unescaped(body.replace(/[ \t]+$/gm, '').replace(/=\n/g, ''))

const fromQ = (text: string) => unescaped(text.replaceAll('_', ' '))

const unescaped = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16))),
    'latin1',
  )

/** Names such as `us-ascii` are read as Western, as browsers do (WHATWG). UTF-8 is tried first, and UTF-7 by nobody. */
function decoderFor(charset: string): TextDecoder | null {
  const name = charset.trim().toLowerCase()
  if (!name || /^(utf-?8|us-ascii|ascii)$/.test(name)) return null
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}
