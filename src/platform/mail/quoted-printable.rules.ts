const widest = 75
const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
const dot = 0x2e

/** Ends a line that goes on: nothing of it is left when the text is decoded. */
export const softBreak = '=\r\n'

/**
 * Text in the quoted-printable encoding (RFC 2045, section 6.7), beginning at the start of a line. Encoded pieces
 * may be joined with a soft break between them and decode to the joined text.
 */
export const quotedPrintable = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, '\n')
    .split('\n')
    .map(quotedLine)
    .join('\r\n')

function quotedLine(line: string): string {
  const bytes = Buffer.from(line)
  let encoded = ''
  let width = 0
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0
    let sign = isPlain(byte, place === bytes.length - 1) ? String.fromCharCode(byte) : (hex[byte] ?? '')
    if (width + sign.length > widest) {
      encoded += softBreak
      width = 0
    }
    // A dot that begins a line is doubled and halved on the way (RFC 5321, section 4.5.2): better not to depend on it.
    if (byte === dot && width === 0) sign = '=2E'
    encoded += sign
    width += sign.length
  }
  return encoded
}

/** White space at the end of a line would be lost on the way. */
const isPlain = (byte: number, isLast: boolean) => (byte === 0x20 || byte === 0x09 ? !isLast : byte > 0x20 && byte < 0x7f && byte !== 0x3d)
